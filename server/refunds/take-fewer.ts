import { DomainError } from '#server/kernel/errors.ts';
import { fen } from '#server/kernel/money.ts';
import type { OrderReader } from '#server/orders/index.ts';
import { authorize, type Ctx, transact } from '#server/platform/index.ts';
import { type BookedRefund, bookRefund } from './book-refund.ts';
import type { TakeFewer } from './contract.ts';
import { type LineLeft, linesLeft } from './line-money.ts';
import { changeable, lockOwnOrder } from './lock-own-order.ts';

/**
 * The buyer wants only so many packs of a parcel that nobody has begun to pack; null when that is what he has. A
 * discount goes back with its packs and what is left is not priced anew; the freight goes back with the last of them.
 * More packs are a new order.
 */
export async function takeFewer(
  ctx: Ctx,
  number: string,
  reader: OrderReader,
  input: TakeFewer,
): Promise<BookedRefund | null> {
  authorize(ctx, 'orders.change');
  return transact(ctx, async (tx) => {
    const order = await lockOwnOrder(tx, number, reader);
    const parcel = order.parcels.find((own) => own.number === input.parcel);
    if (!parcel) throw new DomainError('not-found', 'orders.parcel-unknown');
    changeable(order, [parcel]);
    const lines = [...(await linesLeft(tx, parcel.id)).values()];
    const fewer = packsLess(lines, input.lines);
    if (fewer.length === 0) return null;
    const keepsSome = sumOf(lines.map(({ toSend }) => toSend)) > sumOf(fewer.map(({ count }) => count));
    return bookRefund(tx, {
      // What is wanted only ever gets less, so the same wish cannot come up again as another one.
      key: `fewer:${parcel.id}:${lines.map(({ id, toSend }) => toSend - (fewer.find(({ lineId }) => lineId === id)?.count ?? 0))}`,
      parcelId: parcel.id,
      kind: keepsSome ? 'changed' : 'cancelled',
      goods: 'unsent',
      bearer: 'source',
      lines: fewer,
      freight: keepsSome ? fen(0) : 'all-left',
      reason: 'buyer',
    });
  });
}

function packsLess(lines: readonly LineLeft[], wanted: TakeFewer['lines']): { lineId: string; count: number }[] {
  const counts = new Map(wanted.map(({ line, count }) => [line, count]));
  if ([...counts.keys()].some((position) => !lines.some((line) => line.position === position))) {
    throw new DomainError('not-found', 'refunds.line-unknown');
  }
  return lines
    .map((line) => {
      const keep = counts.get(line.position) ?? line.toSend;
      if (keep > line.toSend) throw new DomainError('conflict', 'refunds.only-fewer', { left: line.toSend });
      return { lineId: line.id, count: line.toSend - keep };
    })
    .filter(({ count }) => count > 0);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
