import { type Fen, fen } from '#server/kernel/money.ts';
import type { CodesRead } from '#server/payments/index.ts';

/** A payment that waits for a transfer, and what is missing of it; nothing when it is paid in full. */
export type Due = { paymentId: string; code: string; placedAt: string; missing: Fen };

/** Where the money of one transfer goes: to payments, to the buyer's credit, or to a person who looks at it. */
export type Placement = { fills: { paymentId: string; amount: Fen }[]; credit: Fen; waits: Fen };

/**
 * Divides a transfer among the payments whose codes its memo names. The oldest order is filled first, each to what it
 * is missing; what is over is the buyer's credit. Where the memo names no code we know, or one with a slip in it beside
 * a good one, what is not placed waits for a person. Worked table: docs/algorithms/remittance-matching.md.
 */
export function placeTransfer(amount: Fen, read: CodesRead, dues: ReadonlyMap<string, Due>): Placement {
  const known = read.codes.flatMap((code) => dues.get(code) ?? []).sort(byAge);
  if (known.length === 0) return { fills: [], credit: fen(0), waits: amount };
  const fills: Placement['fills'] = [];
  let left = amount;
  for (const { paymentId, missing } of known) {
    const part = fen(Math.min(left, missing));
    if (part > 0) fills.push({ paymentId, amount: part });
    left = fen(left - part);
  }
  const isUnderstood = read.slips.length === 0 && known.length === read.codes.length;
  return isUnderstood ? { fills, credit: left, waits: fen(0) } : { fills, credit: fen(0), waits: left };
}

function byAge(a: Due, b: Due): number {
  if (a.placedAt !== b.placedAt) return a.placedAt < b.placedAt ? -1 : 1;
  return a.paymentId < b.paymentId ? -1 : 1;
}
