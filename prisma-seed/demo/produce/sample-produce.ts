import type { Bilingual } from '#seed/bilingual.ts';
import { both } from '#seed/bilingual.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { Family } from '../families.ts';

/** What a household's land or animals are counted in when its capacity is declared. */
export type CapacityMeasure = 'mu' | 'tree' | 'hive' | 'bird' | 'kiln';

/** What a household hands over. Prices and yields are samples in the range of public ones. */
export type SampleProduce = {
  code: string;
  family: Family;
  name: Bilingual;
  baseUnit: BaseUnit;
  /** Six digits for a county, nine for a township. */
  origin: string;
  /** First and last month of harvest; the first may lie behind the last, over the turn of the year. */
  harvestMonths: readonly [number, number];
  /** Null for what does not spoil. */
  shelfLifeDays: number | null;
  perishable: boolean;
  /** 承诺达标合格证: vegetables with cultivated mushrooms, fruit, poultry, eggs. */
  needsCertificate: boolean;
  /** 食品生产许可证 (SC): refined or processed food may only be packed by a holder. */
  needsFoodLicence: boolean;
  geographicalIndication: Bilingual | null;
  storage: Bilingual;
  /** Lowest and highest price agreed with a household: fen per kilo, or per piece. */
  agreedPrice: readonly [number, number];
  /** What one mu, tree, hive, bird or kiln gives in a season (grams or pieces), and how many a household has. */
  capacity: { measure: CapacityMeasure; yield: number; count: readonly [number, number] };
};

export const dryAndDark = both(
  '密封，放在阴凉干燥、避光、无异味处。',
  'Keep sealed in a cool, dry, dark place away from strong smells.',
);
export const dryAndSealed = both(
  '密封，放在阴凉干燥处，防潮防虫。',
  'Keep sealed in a cool, dry place, safe from damp and insects.',
);
