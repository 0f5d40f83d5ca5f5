import { type Fen, fen } from '#server/kernel/money.ts';

export const freightZones = ['fujian', 'near', 'far', 'remote'] as const;
export type FreightZone = (typeof freightZones)[number];

/** What a seller asks to send a parcel into a zone. */
export type FreightRate = {
  zone: FreightZone;
  firstGrams: number;
  firstFen: number;
  stepGrams: number;
  stepFen: number;
  freeFromFen: number | null;
  shipsPerishable: boolean;
};

export type FreightQuote = { fen: Fen; freeAfter: Fen | null } | { refusal: 'perishable-far' };

/**
 * The freight of one seller's parcel: so much for the first weight, so much for each begun step above it, free from an
 * amount of goods. Fresh goods are refused where the rate does not take them.
 */
export function quoteFreight(rate: FreightRate, grossGrams: number, goods: Fen, perishable: boolean): FreightQuote {
  if (perishable && !rate.shipsPerishable) return { refusal: 'perishable-far' };
  if (rate.freeFromFen !== null && goods >= rate.freeFromFen) return { fen: fen(0), freeAfter: null };
  const over = Math.max(0, grossGrams - rate.firstGrams);
  const asked = fen(rate.firstFen + Math.ceil(over / rate.stepGrams) * rate.stepFen);
  return { fen: asked, freeAfter: rate.freeFromFen === null ? null : fen(rate.freeFromFen - goods) };
}
