import { DomainError } from '#server/kernel/errors.ts';
import { rowOf, sql, type Tx } from '#server/platform/index.ts';
import type { OrderRow, ParcelRow } from './order.moves.ts';

/** A parcel and the order it belongs to, both locked. */
export type ParcelWithOrder = ParcelRow & {
  number: string;
  organizationId: string;
  orderId: string;
  order: OrderRow;
};

/** Locks the order first, then its parcel, as everybody does who may move both: two last parcels at once see each other. */
export async function lockParcelWithOrder(tx: Tx, parcelId: string): Promise<ParcelWithOrder> {
  const order = await rowOf<OrderRow>(
    tx,
    sql`select id, number, state, move_seq from trade_order
        where id = (select order_id from parcel where id = ${parcelId}) for update`,
  );
  const parcel = await rowOf<Omit<ParcelWithOrder, 'order'>>(
    tx,
    sql`select id, number, state, move_seq, organization_id as "organizationId", order_id as "orderId"
        from parcel where id = ${parcelId} for update`,
  );
  if (!order || !parcel) throw new DomainError('not-found', 'orders.parcel-unknown');
  return { ...parcel, order };
}

/** The parcel of a number: its id and whose it is, for a use-case to authorize before it locks. */
export async function getParcelOwner(
  ctx: Pick<Tx, 'em'>,
  number: string,
): Promise<{ id: string; organizationId: string }> {
  const row = await rowOf<{ id: string; organizationId: string }>(
    ctx,
    sql`select id, organization_id as "organizationId" from parcel where number = ${number}`,
  );
  if (!row) throw new DomainError('not-found', 'orders.parcel-unknown');
  return row;
}
