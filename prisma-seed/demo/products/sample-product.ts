import type { Bilingual } from '#seed/bilingual.ts';
import type { Family } from '../families.ts';

/** One sale size. Components are in base units of their produce: grams, or pieces. */
export type SamplePack = {
  code: string;
  name: Bilingual;
  components: readonly { produce: string; quantity: number }[];
  priceFen: number;
  /** What the seller spends on jar, box and label; part of the price. */
  packingFen: number;
  /** What the carrier weighs. */
  grossGrams: number;
  /** Sold by weight: the least it may weigh; its component says the most. */
  leastGrams?: number;
};

/** A listing. The first pack is the one a card shows. */
export type SampleProduct = {
  slug: string;
  family: Family;
  name: Bilingual;
  description: Bilingual;
  organization: string;
  packs: readonly SamplePack[];
  /** Set where the demo world shows a shelf nearly or quite empty; such a product has its pool of produce to itself. */
  shelf?: 'scarce' | 'sold-out';
};

/** A sale size in yuan, as its price tag reads: pack('x-500g', both('500克', '500 g'), { x: 500 }, 58, 3.5, 720). */
export function pack(
  code: string,
  name: Bilingual,
  components: Record<string, number>,
  priceYuan: number,
  packingYuan: number,
  grossGrams: number,
): SamplePack {
  return {
    code,
    name,
    components: Object.entries(components).map(([produce, quantity]) => ({ produce, quantity })),
    priceFen: Math.round(priceYuan * 100),
    packingFen: Math.round(packingYuan * 100),
    grossGrams,
  };
}
