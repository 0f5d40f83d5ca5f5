import { followParcels, moveParcels, type ParcelWithOrder } from '#server/orders/index.ts';
import { announce, recordChange, run, sql, type Tx } from '#server/platform/index.ts';

/**
 * The step behind every way in which a parcel comes to count as received. Fresh goods are looked at on the day, others
 * may go back within the days the law gives: from now the buyer's time to claim runs. With the last parcel the order is
 * complete. The caller has locked order and parcel.
 */
export async function markDelivered(tx: Tx, parcel: ParcelWithOrder, by: string): Promise<void> {
  await moveParcels(tx, [parcel], 'delivered', by);
  await run(
    tx,
    sql`with shipments as (
          update shipment set delivered_at = ${tx.now} where parcel_id = ${parcel.id} and delivered_at is null
        )
        update parcel set claim_until = ${tx.now}::timestamptz + make_interval(hours => (
          select max(rule.claim_hours) from order_line as line cross join lateral (
            select claim_hours from claim_rule
            where kind = case when line.perishable then 'perishable' else 'ordinary' end and valid_from <= ${tx.now}::date
            order by valid_from desc limit 1
          ) as rule where line.parcel_id = ${parcel.id}))
        where id = ${parcel.id}`,
  );
  await followParcels(tx, parcel.order);
  await recordChange(tx, { subject: 'parcel', subjectId: parcel.id, what: 'delivered', reason: by });
  await announce(tx, {
    topic: 'parcel.delivered',
    key: parcel.id,
    payload: { parcelId: parcel.id, number: parcel.number, orderId: parcel.orderId },
  });
}
