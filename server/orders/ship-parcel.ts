import { DomainError } from '#server/kernel/errors.ts';
import {
  announce,
  authorize,
  type Ctx,
  recordChange,
  rowOf,
  rowsOf,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';
import { lockPoolsOfShares, moveOnHand } from '#server/stock/index.ts';
import type { ShipParcel } from './contract.ts';
import { moveOrder, moveParcels, type OrderRow, type ParcelRow } from './order.moves.ts';

type LockedParcel = ParcelRow & { number: string; organization_id: string; order_id: string };

/** Hands a packed parcel to the courier: what was promised leaves the shelf, with the parcel as evidence. */
export async function shipParcel(ctx: Ctx, number: string, input: ShipParcel): Promise<void> {
  const owner = await ownerOf(ctx, number);
  authorize(ctx, 'parcels.ship', { organizationId: owner });
  await transact(ctx, async (tx) => {
    const parcel = await lockParcel(tx, number);
    await moveParcels(tx, [parcel], 'shipped');
    const trackingNumber = input.courier === 'SELF' ? null : input.trackingNumber;
    await run(
      tx,
      sql`update parcel set courier = ${input.courier}, tracking_number = ${trackingNumber} where id = ${parcel.id}`,
    );
    await dispatch(tx, parcel);
    await recordChange(tx, { subject: 'parcel', subjectId: parcel.id, what: 'shipped', after: input });
    await announceParcel(tx, 'parcel.shipped', parcel);
  });
}

/** Notes that the parcel reached its buyer; with the last one the order is complete. */
export async function deliverParcel(ctx: Ctx, number: string): Promise<void> {
  const owner = await ownerOf(ctx, number);
  authorize(ctx, 'parcels.deliver', { organizationId: owner });
  await transact(ctx, async (tx) => {
    const order = await orderOfParcel(tx, number);
    const parcel = await lockParcel(tx, number);
    await moveParcels(tx, [parcel], 'delivered');
    const open = await rowOf<{ parcels: number }>(
      tx,
      sql`select count(*)::int as parcels from parcel where order_id = ${order.id} and state <> 'delivered'`,
    );
    if (open?.parcels === 0) await moveOrder(tx, order, 'completed');
    await recordChange(tx, { subject: 'parcel', subjectId: parcel.id, what: 'delivered' });
    await announceParcel(tx, 'parcel.delivered', parcel);
  });
}

async function dispatch(tx: Tx, parcel: LockedParcel): Promise<void> {
  const promised = await rowsOf<{ shareId: string; quantity: number }>(
    tx,
    sql`select share_id as "shareId", sum(quantity)::bigint as quantity from allocation
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
  await run(tx, sql`update allocation set state = 'dispatched' where parcel_id = ${parcel.id} and state = 'promised'`);
}

async function ownerOf(ctx: Ctx, number: string): Promise<string> {
  const row = await rowOf<{ organization_id: string }>(
    ctx,
    sql`select organization_id from parcel where number = ${number}`,
  );
  if (!row) throw new DomainError('not-found', 'orders.parcel-unknown');
  return row.organization_id;
}

async function lockParcel(tx: Tx, number: string): Promise<LockedParcel> {
  const row = await rowOf<LockedParcel>(
    tx,
    sql`select id, number, state, move_seq, organization_id, order_id from parcel where number = ${number} for update`,
  );
  if (!row) throw new DomainError('not-found', 'orders.parcel-unknown');
  return row;
}

/** The order first, then its parcel: two last parcels delivered at once must see each other. */
async function orderOfParcel(tx: Tx, number: string): Promise<OrderRow> {
  const row = await rowOf<OrderRow>(
    tx,
    sql`select id, number, state, move_seq from trade_order
        where id = (select order_id from parcel where number = ${number}) for update`,
  );
  if (!row) throw new DomainError('not-found', 'orders.parcel-unknown');
  return row;
}

async function announceParcel(tx: Tx, topic: string, parcel: LockedParcel): Promise<void> {
  const payload = { parcelId: parcel.id, number: parcel.number, orderId: parcel.order_id };
  await announce(tx, { topic, key: parcel.id, payload });
}
