import { assert } from '#server/kernel/errors.ts';
import { addFen, allocateFen, type Fen, fen, multiplyRatio } from '#server/kernel/money.ts';
import { type DiscountableLine, isInScope, type Promotion, whyNot } from './promotion.ts';

const BASIS_POINTS = 10_000;
/** What a line always keeps, so that it stays a line that was paid for. */
const LEAST_FEN = 1;

/** What one promotion takes off, line by line in the order of the lines; `total` is above zero. */
export type Discount = { promotion: Promotion; lines: Fen[]; total: Fen };

/** Seller first, then organizations, the platform last: public money goes onto what is left. */
const turnOf = { seller: 0, organization: 1, platform: 2 } as const;

/**
 * What promotions take off a basket. Those that stack stand side by side; one that does not stands alone; of all ways
 * the one that is best for the buyer is taken. Each acts on what those before it left. No line goes below one fen, and
 * what a seller bears ends where his own part of the line does: households, packing and platform get all of theirs.
 * Worked table: docs/algorithms/discounts.md.
 */
export function discountBasket(
  lines: readonly DiscountableLine[],
  promotions: readonly Promotion[],
  now: Date,
): Discount[] {
  const able = promotions.filter((promotion) => whyNot(promotion, lines, now) === null).sort(inTurn);
  const ways = [able.filter(({ stacks }) => stacks), ...able.filter(({ stacks }) => !stacks).map((alone) => [alone])];
  let best: Discount[] = [];
  for (const way of ways) {
    const discounts = applyInTurn(lines, way);
    if (totalOff(discounts) > totalOff(best)) best = discounts;
  }
  return best;
}

/** All that discounts take off together. */
export function totalOff(discounts: readonly Discount[]): Fen {
  return addFen(...discounts.map((discount) => discount.total));
}

function inTurn(a: Promotion, b: Promotion): number {
  if (a.funderKind !== b.funderKind) return turnOf[a.funderKind] - turnOf[b.funderKind];
  if (a.automatic !== b.automatic) return a.automatic ? -1 : 1;
  return a.code < b.code ? -1 : 1;
}

function applyInTurn(lines: readonly DiscountableLine[], promotions: readonly Promotion[]): Discount[] {
  const left = lines.map((line) => line.amount as number);
  const sellers = lines.map((line) => Math.max(0, line.sellerPart));
  return promotions.flatMap((promotion) => {
    const weights = lines.map((line, index) => (isInScope(promotion, line) ? (left[index] ?? 0) : 0));
    const rooms = weights.map((weight, index) => {
      const room = Math.max(0, weight - LEAST_FEN);
      return promotion.funderKind === 'seller' ? Math.min(room, sellers[index] ?? 0) : room;
    });
    const total = Math.min(wishOf(promotion, sumOf(weights)), sumOf(rooms));
    if (total === 0) return [];
    const parts = splitWithin(fen(total), weights, rooms);
    for (const [index, part] of parts.entries()) {
      left[index] = (left[index] ?? 0) - part;
      if (promotion.funderKind === 'seller') sellers[index] = (sellers[index] ?? 0) - part;
    }
    return [{ promotion, lines: parts, total: fen(total) }];
  });
}

/** What a promotion would take off goods of so many fen, within its caps. */
function wishOf(promotion: Promotion, goods: number): number {
  const wish =
    promotion.kind === 'percent'
      ? multiplyRatio(goods, promotion.basisPoints ?? 0, BASIS_POINTS)
      : (promotion.amount ?? 0);
  return Math.max(0, Math.min(wish, promotion.orderCap ?? wish, promotion.fenLeft ?? wish));
}

/** Splits an amount by weights, largest remainder, no part above its room; what did not fit goes to the others. */
export function splitWithin(amount: Fen, weights: readonly number[], rooms: readonly number[]): Fen[] {
  assert(amount <= sumOf(rooms), 'an amount that fits');
  const parts = rooms.map(() => 0);
  let rest: number = amount;
  while (rest > 0) {
    const open = weights.map((weight, index) => ((rooms[index] ?? 0) > (parts[index] ?? 0) ? weight : 0));
    const shares = allocateFen(fen(rest), open);
    rest = 0;
    for (const [index, share] of shares.entries()) {
      const wanted = (parts[index] ?? 0) + share;
      parts[index] = Math.min(wanted, rooms[index] ?? 0);
      rest += wanted - (parts[index] ?? 0);
    }
  }
  return parts.map(fen);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
