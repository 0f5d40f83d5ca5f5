import { DomainError } from '#server/kernel/errors.ts';
import { addFen, type Fen } from '#server/kernel/money.ts';
import type { OrderReader } from '#server/orders/index.ts';
import { authorize, type Ctx, rowsOf, sql, type Tx, transact } from '#server/platform/index.ts';
import { lockPoolsOfShares } from '#server/stock/index.ts';
import { type BookedRefund, bookRefund } from './book-refund.ts';
import type { CancelPaid } from './contract.ts';
import { linesLeft } from './line-money.ts';
import { changeable, lockOwnOrder, type OwnParcel } from './lock-own-order.ts';

/**
 * The buyer takes back a paid order, or one seller's parcel of it, while nobody has begun to pack it: all of its money
 * goes back with the freight, its goods are on the shelf again. All parcels go or none.
 */
export async function cancelPaid(
  ctx: Ctx,
  number: string,
  reader: OrderReader,
  input: CancelPaid,
): Promise<{ total: Fen }> {
  authorize(ctx, 'orders.cancel');
  return transact(ctx, async (tx) => {
    const order = await lockOwnOrder(tx, number, reader);
    const wanted = order.parcels.filter((parcel) => input.parcel === '' || parcel.number === input.parcel);
    if (wanted.length === 0) throw new DomainError('not-found', 'orders.parcel-unknown');
    const parcels = changeable(order, wanted);
    await lockPoolsOfParcels(tx, parcels);
    const refunds: BookedRefund[] = [];
    for (const parcel of parcels) refunds.push(await cancelParcel(tx, parcel));
    return { total: addFen(...refunds.map(({ total }) => total)) };
  });
}

/** Of all parcels at once, so that the pools of several are locked in id order. */
async function lockPoolsOfParcels(tx: Tx, parcels: readonly OwnParcel[]): Promise<void> {
  const ids = parcels.map(({ id }) => id);
  const drawn = await rowsOf<{ id: string }>(
    tx,
    sql`select distinct share_id as id from allocation where parcel_id = any(${ids}::uuid[])`,
  );
  await lockPoolsOfShares(
    tx,
    drawn.map(({ id }) => id),
  );
}

async function cancelParcel(tx: Tx, parcel: OwnParcel): Promise<BookedRefund> {
  const lines = [...(await linesLeft(tx, parcel.id)).values()].filter(({ toSend }) => toSend > 0);
  return bookRefund(tx, {
    key: `cancelled:${parcel.id}`,
    parcelId: parcel.id,
    kind: 'cancelled',
    goods: 'unsent',
    bearer: 'source',
    lines: lines.map(({ id, toSend }) => ({ lineId: id, count: toSend })),
    freight: 'all-left',
    reason: 'buyer',
  });
}
