import { addFen, type Fen, fen } from './money.ts';

/** Who gets a price: always these five, always in this order. Parts add up to the whole. */
export type MakeUp = {
  household: Fen;
  seller: Fen;
  packing: Fen;
  freight: Fen;
  platform: Fen;
};

/** A price with nobody in it yet. */
export const emptyMakeUp: MakeUp = {
  household: fen(0),
  seller: fen(0),
  packing: fen(0),
  freight: fen(0),
  platform: fen(0),
};

/** The five parts added part by part. */
export function addMakeUps(...parts: MakeUp[]): MakeUp {
  return {
    household: addFen(...parts.map((part) => part.household)),
    seller: addFen(...parts.map((part) => part.seller)),
    packing: addFen(...parts.map((part) => part.packing)),
    freight: addFen(...parts.map((part) => part.freight)),
    platform: addFen(...parts.map((part) => part.platform)),
  };
}

export function totalOf(parts: MakeUp): Fen {
  return addFen(parts.household, parts.seller, parts.packing, parts.freight, parts.platform);
}
