import { DomainError } from '#server/kernel/errors.ts';
import type { ParcelState } from '#server/orders/contract.ts';
import { mayRead, type OrderReader, type OrderRow } from '#server/orders/index.ts';
import { rowOf, rowsOf, sql, type Tx } from '#server/platform/index.ts';

export type OwnParcel = { id: string; number: string; state: ParcelState };
export type OwnOrder = OrderRow & { parcels: OwnParcel[] };

/** A buyer's own order with its parcels, all locked, order first. Who cannot show it is his is told there is none. */
export async function lockOwnOrder(tx: Tx, number: string, reader: OrderReader): Promise<OwnOrder> {
  const order = await rowOf<OrderRow & { access_key: string; buyer_user_id: string | null }>(
    tx,
    sql`select id, number, state, move_seq, access_key, buyer_user_id from trade_order where number = ${number} for update`,
  );
  if (!order || !mayRead(tx, order, reader)) throw new DomainError('not-found', 'orders.unknown');
  const parcels = await rowsOf<OwnParcel>(
    tx,
    sql`select id, number, state from parcel where order_id = ${order.id} order by id for update`,
  );
  return { ...order, parcels };
}

/** Those of an order's parcels that its buyer may still change. Refuses when packing of one has begun, or nothing is left. */
export function changeable(order: OwnOrder, parcels: readonly OwnParcel[]): OwnParcel[] {
  if (order.state === 'placed' || order.state === 'lapsed') throw new DomainError('conflict', 'refunds.not-paid');
  const live = parcels.filter(({ state }) => state !== 'cancelled');
  const begun = live.find(({ state }) => state !== 'to-pack');
  if (begun) throw new DomainError('conflict', 'refunds.packing-begun', { parcel: begun.number });
  if (live.length === 0) throw new DomainError('conflict', 'refunds.cancelled-already');
  return live;
}
