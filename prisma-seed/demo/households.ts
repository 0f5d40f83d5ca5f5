import type { Bilingual } from '#seed/bilingual.ts';
import { type Random, randomOf } from '#seed/random.ts';
import { luhnCheckDigit } from '#server/kernel/codes.ts';
import { inventName } from './households/names.ts';
import { storiesByProduce } from './households/stories.ts';
import { type CapacityMeasure, produceOf } from './produce.ts';
import { type SampleVillage, villages } from './villages.ts';

/** What a household can bring in of one produce in one season, as its village verified it. */
export type SampleCapacity = {
  produce: string;
  measure: CapacityMeasure;
  count: number;
  /** Base units one mu, tree, hive, bird or kiln gives in a season. */
  yieldPerCount: number;
  /** count × yieldPerCount: received base units of a season may not exceed it. */
  perSeason: number;
};

/** An invented household. Every name, phone and card is a sample. */
export type SampleHousehold = {
  code: string;
  name: Bilingual;
  villageCode: string;
  phone: string;
  bankCard: string;
  bankName: Bilingual;
  /** Whether it agreed that its masked name, village and story are shown in public. */
  consent: boolean;
  story: Bilingual | null;
  capacities: readonly SampleCapacity[];
};

const HOUSEHOLDS_PER_VILLAGE = 2;
const SECOND_PRODUCE = 0.6;
const CONSENTING = 0.62;
const bankName: Bilingual = { 'zh-CN': '示例农村商业银行', en: 'Sample Rural Commercial Bank' };

/** 199 0000 0001 and on: it has the shape of a mobile number and is read as a sample at once. */
function samplePhone(serial: number): string {
  return `1990000${String(serial).padStart(4, '0')}`;
}

/** Nineteen digits under a bank prefix that was made up; only the check digit is real. */
function sampleBankCard(serial: number): string {
  const first18 = `629999${String(serial).padStart(12, '0')}`;
  return first18 + luhnCheckDigit(first18);
}

function declare(random: Random, code: string): SampleCapacity {
  const { measure, yield: yieldPerCount, count: range } = produceOf(code).capacity;
  const count = random.int(...range);
  return { produce: code, measure, count, yieldPerCount, perSeason: count * yieldPerCount };
}

/** The first household of a village makes all of its supplies, the nth its nth and sometimes others as well. */
function suppliesOf(random: Random, village: SampleVillage, nth: number): readonly string[] {
  const main = village.supplies[nth % village.supplies.length];
  return village.supplies.filter((code) => nth === 0 || code === main || random.chance(SECOND_PRODUCE));
}

function householdsOf(
  random: Random,
  village: SampleVillage,
): { village: SampleVillage; supplies: readonly string[] }[] {
  // A village the public reports speak of is one people will look up, so it has a household more.
  const count = HOUSEHOLDS_PER_VILLAGE + (village.about ? 1 : 0);
  return Array.from({ length: count }, (_, nth) => ({ village, supplies: suppliesOf(random, village, nth) }));
}

function makeHouseholds(): SampleHousehold[] {
  const random = randomOf('households');
  const taken = new Set<string>();
  const stories = new Map(Object.entries(storiesByProduce).map(([code, list]) => [code, [...list]]));
  return villages
    .flatMap((village) => householdsOf(random, village))
    .map(({ village, supplies }, index) => {
      const serial = index + 1;
      const consent = random.chance(CONSENTING);
      const withStory = supplies.find((code) => (stories.get(code)?.length ?? 0) > 0);
      return {
        code: `H${String(serial).padStart(3, '0')}`,
        name: inventName(random, taken),
        villageCode: village.code,
        phone: samplePhone(serial),
        bankCard: sampleBankCard(serial),
        bankName,
        consent,
        story: (consent && withStory && stories.get(withStory)?.shift()) || null,
        capacities: supplies.map((code) => declare(random, code)),
      };
    });
}

export const households: readonly SampleHousehold[] = makeHouseholds();
