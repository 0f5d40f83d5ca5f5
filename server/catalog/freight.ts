import { type Fen, fen } from '#server/kernel/money.ts';
import type { FreightRate } from './contract.ts';

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
