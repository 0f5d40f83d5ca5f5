import { followParcels, moveParcels, type ParcelWithOrder } from '#server/orders/index.ts';
import { rowOf, sql, type Tx } from '#server/platform/index.ts';

/**
 * A parcel of which nothing is left to send goes no further: cancelled when nothing of it was sent, shipped when the rest
 * of it was. An order follows its parcels: all of them cancelled, or what remains of them delivered.
 */
export async function closeEmptyParcel(tx: Tx, parcel: ParcelWithOrder, reason: string): Promise<void> {
  const open = await rowOf<{ promised: number }>(
    tx,
    sql`select count(*)::int as promised from allocation where parcel_id = ${parcel.id} and state = 'promised'`,
  );
  if (open?.promised !== 0) return;
  if (parcel.state === 'partly-shipped') return moveParcels(tx, [parcel], 'shipped', reason);
  if (parcel.state !== 'to-pack' && parcel.state !== 'packing') return;
  await moveParcels(tx, [parcel], 'cancelled', reason);
  await followParcels(tx, parcel.order, reason);
}
