import { assert } from '#server/kernel/errors.ts';

/** A share as the draw sees it: what can still be taken, and how much of it was taken before. */
export type DrawableShare = {
  id: string;
  lotId: string;
  householdId: string;
  agreedPrice: number;
  bestBefore: string;
  received: number;
  available: number;
  /** Sold or spoken for before this draw. */
  taken: number;
};

/** So much of one share. */
export type Draw = { shareId: string; lotId: string; householdId: string; agreedPrice: number; quantity: number };

/**
 * Takes `count` packs of `packQuantity` from the shares of one pool and counts them as taken. Earliest best-before goes
 * first. Inside a lot it is the turn of the household that has sold the smallest part of its share; a pack comes from
 * one share where one can fill it, and from several where none can. Returns null, with nothing taken, when there is not
 * enough. The rule with a worked table: docs/algorithms/fair-turn.md.
 */
export function drawPacks(shares: DrawableShare[], packQuantity: number, count: number): Draw[] | null {
  assert(packQuantity > 0 && count > 0, 'a draw takes something');
  const total = shares.reduce((sum, share) => sum + share.available, 0);
  if (total < packQuantity * count) return null;

  const lots = lotsInTurn(shares);
  const drawn = new Map<string, Draw>();
  let current = 0;
  for (let pack = 0; pack < count; pack += 1) {
    let missing = packQuantity;
    while (missing > 0) {
      const lot = lots[current];
      assert(lot, 'the total said there was enough');
      const share = nextInTurn(lot, missing);
      if (!share) {
        current += 1;
        continue;
      }
      const quantity = Math.min(missing, share.available);
      take(share, quantity, drawn);
      missing -= quantity;
    }
  }
  return [...drawn.values()];
}

function lotsInTurn(shares: DrawableShare[]): DrawableShare[][] {
  const lots = new Map<string, DrawableShare[]>();
  for (const share of shares) lots.set(share.lotId, [...(lots.get(share.lotId) ?? []), share]);
  return [...lots.entries()]
    .sort(([idA, [a]], [idB, [b]]) => compare(a?.bestBefore ?? '', b?.bestBefore ?? '') || compare(idA, idB))
    .map(([, lot]) => lot);
}

/** Whose turn it is: first among those who can fill what is missing, else among all who have anything left. */
function nextInTurn(lot: DrawableShare[], missing: number): DrawableShare | undefined {
  const whole = lot.filter((share) => share.available >= missing);
  const candidates = whole.length > 0 ? whole : lot.filter((share) => share.available > 0);
  return candidates.reduce<DrawableShare | undefined>(
    (first, share) => (first === undefined || isBefore(share, first) ? share : first),
    undefined,
  );
}

/** Compares taken ÷ received without dividing; of two equal turns the earlier id goes first. */
function isBefore(a: DrawableShare, b: DrawableShare): boolean {
  const left = BigInt(a.taken) * BigInt(b.received);
  const right = BigInt(b.taken) * BigInt(a.received);
  return left === right ? a.id < b.id : left < right;
}

function take(share: DrawableShare, quantity: number, drawn: Map<string, Draw>): void {
  share.available -= quantity;
  share.taken += quantity;
  const before = drawn.get(share.id);
  if (before) before.quantity += quantity;
  else {
    const { id: shareId, lotId, householdId, agreedPrice } = share;
    drawn.set(shareId, { shareId, lotId, householdId, agreedPrice, quantity });
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
