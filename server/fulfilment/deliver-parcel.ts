import { DomainError } from '#server/kernel/errors.ts';
import { getParcelOwner, lockParcelWithOrder, mayRead, type OrderReader } from '#server/orders/index.ts';
import { authorize, type Ctx, rowOf, sql, transact } from '#server/platform/index.ts';
import { markDelivered } from './mark-delivered.ts';

/** The seller notes that the parcel reached its buyer. */
export async function deliverParcel(ctx: Ctx, number: string): Promise<void> {
  const owner = await getParcelOwner(ctx, number);
  authorize(ctx, 'parcels.deliver', { organizationId: owner.organizationId });
  await transact(ctx, async (tx) => markDelivered(tx, await lockParcelWithOrder(tx, owner.id), 'seller'));
}

/** The buyer says that he has it. Said again it changes nothing. */
export async function receiveParcel(ctx: Ctx, number: string, reader: OrderReader): Promise<void> {
  authorize(ctx, 'orders.receive');
  const owned = await rowOf<{ id: string; access_key: string; buyer_user_id: string | null }>(
    ctx,
    sql`select parcel.id, access_key, buyer_user_id from parcel join trade_order on trade_order.id = parcel.order_id
        where parcel.number = ${number}`,
  );
  if (!owned || !mayRead(ctx, owned, reader)) throw new DomainError('not-found', 'orders.parcel-unknown');
  await transact(ctx, async (tx) => {
    const parcel = await lockParcelWithOrder(tx, owned.id);
    if (parcel.state !== 'delivered') await markDelivered(tx, parcel, 'buyer');
  });
}
