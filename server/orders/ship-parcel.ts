import {
  announce,
  authorize,
  type Ctx,
  recordChange,
  rowsOf,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';
import { lockPoolsOfShares, moveOnHand } from '#server/stock/index.ts';
import type { ShipParcel } from './contract.ts';
import { followParcels } from './follow-parcels.ts';
import { getParcelOwner, lockParcelWithOrder, type ParcelWithOrder } from './lock-parcel.ts';
import { moveParcels } from './order.moves.ts';

/** Hands a packed parcel to the courier: what was promised leaves the shelf, with the parcel as evidence. */
export async function shipParcel(ctx: Ctx, number: string, input: ShipParcel): Promise<void> {
  const owner = await getParcelOwner(ctx, number);
  authorize(ctx, 'parcels.ship', { organizationId: owner.organizationId });
  await transact(ctx, async (tx) => {
    const parcel = await lockParcelWithOrder(tx, owner.id);
    await moveParcels(tx, [parcel], 'shipped');
    const trackingNumber = input.courier === 'SELF' ? null : input.trackingNumber;
    await run(
      tx,
      sql`with sent as (
            insert into shipment (parcel_id, seq, courier, tracking_number, shipped_at)
            values (${parcel.id}, (select count(*) + 1 from shipment where parcel_id = ${parcel.id}), ${input.courier},
              ${trackingNumber}, ${tx.now})
            returning id
          )
          insert into shipment_line (shipment_id, line_id, count)
          select sent.id, line.id, line.count from sent, order_line as line where line.parcel_id = ${parcel.id}`,
    );
    await dispatch(tx, parcel);
    await recordChange(tx, { subject: 'parcel', subjectId: parcel.id, what: 'shipped', after: input });
    await announceParcel(tx, 'parcel.shipped', parcel);
  });
}

/** Notes that the parcel reached its buyer: from now his time to claim runs. With the last one the order is complete. */
export async function deliverParcel(ctx: Ctx, number: string): Promise<void> {
  const owner = await getParcelOwner(ctx, number);
  authorize(ctx, 'parcels.deliver', { organizationId: owner.organizationId });
  await transact(ctx, async (tx) => {
    const parcel = await lockParcelWithOrder(tx, owner.id);
    await markDelivered(tx, parcel);
  });
}

/** The step behind every way in which a parcel comes to count as received. */
export async function markDelivered(tx: Tx, parcel: ParcelWithOrder, reason: string | null = null): Promise<void> {
  await moveParcels(tx, [parcel], 'delivered', reason);
  // Fresh goods are looked at on the day, others may go back within the days the law gives.
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
  await recordChange(tx, { subject: 'parcel', subjectId: parcel.id, what: 'delivered' });
  await announceParcel(tx, 'parcel.delivered', parcel);
}

async function dispatch(tx: Tx, parcel: ParcelWithOrder): Promise<void> {
  const promised = await rowsOf<{ shareId: string; quantity: number }>(
    tx,
    sql`select share_id as "shareId", sum(quantity - sent_quantity - unsent_quantity)::bigint as quantity from allocation
        where parcel_id = ${parcel.id} and state = 'promised' group by share_id`,
  );
  await lockPoolsOfShares(
    tx,
    promised.map((part) => part.shareId),
  );
  await moveOnHand(
    tx,
    promised.map(({ shareId, quantity }) => ({ shareId, delta: -quantity, promised: -quantity })),
    { reason: 'sale', kind: 'parcel', id: parcel.id },
  );
  await run(
    tx,
    sql`update allocation set state = 'dispatched', sent_quantity = quantity - unsent_quantity
        where parcel_id = ${parcel.id} and state = 'promised'`,
  );
}

async function announceParcel(tx: Tx, topic: string, parcel: ParcelWithOrder): Promise<void> {
  const payload = { parcelId: parcel.id, number: parcel.number, orderId: parcel.orderId };
  await announce(tx, { topic, key: parcel.id, payload });
}
