import { assert } from './errors.ts';
import { type Fen, fen, multiplyRatio } from './money.ts';

declare const gramsBrand: unique symbol;
declare const piecesBrand: unique symbol;
/** Mass: whole grams. Jin (500 g) and kilo are measures of it, never stored. */
export type Grams = number & { readonly [gramsBrand]: true };
/** Count of things sold by the piece: eggs, bowls, bundles. */
export type Pieces = number & { readonly [piecesBrand]: true };
/** A produce's base units: grams or pieces, by its BaseUnit. All packs and all channels draw on them. */
export type BaseQuantity = Grams | Pieces;
export type BaseUnit = 'gram' | 'piece';

export const GRAMS_PER_JIN = 500;
export const GRAMS_PER_KILO = 1000;

export function grams(value: number): Grams {
  assert(Number.isSafeInteger(value), `not whole grams: ${value}`);
  return value as Grams;
}

export function pieces(value: number): Pieces {
  assert(Number.isSafeInteger(value), `not whole pieces: ${value}`);
  return value as Pieces;
}

/** How many base units one price is for: a gram produce is agreed per kilo, a piece produce per piece. */
export function unitsPerPrice(unit: BaseUnit): number {
  return unit === 'gram' ? GRAMS_PER_KILO : 1;
}

/** The money for a quantity at an agreed price (fen per kilo, or per piece); half a fen goes up. */
export function priceOfQuantity(quantity: number, agreedPrice: number, unit: BaseUnit): Fen {
  return fen(multiplyRatio(quantity, agreedPrice, unitsPerPrice(unit)));
}
