import { assert } from '#server/kernel/errors.ts';
import { addFen, type Fen, fen, multiplyRatio } from '#server/kernel/money.ts';

/** Who bears a refund: everybody who got a part of the line, each his own; or the seller alone, where it is his fault. */
export type Bearer = 'source' | 'seller';

/**
 * The money of a line that has not gone back yet: what the buyer paid and what funders added, and who got it.
 * paid + funded = households + seller + packing + platform, always; the seller's part may be below zero.
 */
export type LineMoney = {
  paid: Fen;
  funded: { funder: string; fen: Fen }[];
  households: { allocationId: string; fen: Fen }[];
  seller: Fen;
  packing: Fen;
  platform: Fen;
};

/**
 * What each party of a line gives back when the buyer is given `paid` of it. Everybody but the seller gives his
 * proportion of what he has left, half a fen up; the seller gives the rest, as he got the rest. `households` says what
 * each household gives back where goods went back household by household. Given back to the end, everybody stands at
 * zero to the fen, whatever came before. Worked table: docs/algorithms/taking-back.md.
 */
export function splitRefund(
  left: LineMoney,
  paid: Fen,
  bearer: Bearer,
  households: ReadonlyMap<string, Fen> | null = null,
): LineMoney {
  assert(paid >= 0 && paid <= left.paid, `a refund of ${paid} of ${left.paid} fen left`);
  const none = fen(0);
  if (bearer === 'seller' || paid === 0) {
    return {
      paid,
      funded: left.funded.map((part) => ({ ...part, fen: none })),
      households: left.households.map((part) => ({ ...part, fen: none })),
      seller: paid,
      packing: none,
      platform: none,
    };
  }
  // With the buyer's last fen everybody gives back all he has left, whatever went back in what way before.
  if (paid === left.paid) return left;
  const partOf = (amount: Fen) => fen(multiplyRatio(amount, paid, left.paid));
  const funded = left.funded.map((part) => ({ ...part, fen: partOf(part.fen) }));
  const back = left.households.map((part) => ({
    ...part,
    fen: households === null ? partOf(part.fen) : (households.get(part.allocationId) ?? none),
  }));
  const packing = partOf(left.packing);
  const platform = partOf(left.platform);
  const others = addFen(packing, platform, ...back.map((part) => part.fen));
  return {
    paid,
    funded,
    households: back,
    seller: fen(paid + addFen(...funded.map((part) => part.fen)) - others),
    packing,
    platform,
  };
}

/** What is left of a line after a part of it went back. */
export function lessRefund(left: LineMoney, back: LineMoney): LineMoney {
  const less = (amount: Fen, part: Fen) => fen(amount - part);
  return {
    paid: less(left.paid, back.paid),
    funded: left.funded.map((part, index) => ({ ...part, fen: less(part.fen, back.funded[index]?.fen ?? fen(0)) })),
    households: left.households.map((part, index) => ({
      ...part,
      fen: less(part.fen, back.households[index]?.fen ?? fen(0)),
    })),
    seller: less(left.seller, back.seller),
    packing: less(left.packing, back.packing),
    platform: less(left.platform, back.platform),
  };
}

/** The fen a household gives back for so much of the quantity that is left of its allocation. */
export function householdBack(leftFen: Fen, leftQuantity: number, backQuantity: number): Fen {
  return leftQuantity === 0 ? fen(0) : fen(multiplyRatio(leftFen, backQuantity, leftQuantity));
}
