import type { Offer } from '#server/catalog/index.ts';
import { type Fen, fen, multiplyRatio } from '#server/kernel/money.ts';
import { GRAMS_PER_JIN } from '#server/kernel/quantity.ts';
import type { CatchWeightView } from './contract.ts';

/** Between which weights a pack sold by weight lies, and the price it is weighed at; null of a fixed weight. */
export function catchWeightOf({ leastGrams, contents, price }: Offer): CatchWeightView | null {
  const [only] = contents;
  if (leastGrams === null || !only) return null;
  return { leastGrams, mostGrams: only.quantity, pricePerJin: perJin(price, only.quantity) };
}

function perJin(price: Fen, grams: number): Fen {
  return fen(multiplyRatio(price, GRAMS_PER_JIN, grams));
}
