import { DomainError } from '#server/kernel/errors.ts';
import { authorize, type Ctx, rowOf, sql, transact } from '#server/platform/index.ts';
import { releaseOrders } from './lapse-orders.ts';
import type { OrderRow } from './order.moves.ts';
import { mayRead, type OrderReader } from './order-access.ts';

/**
 * The buyer takes back an order not yet paid; its goods are on the shelf again at once. Refuses (conflict) one that is paid:
 * its money has to go back too, which is `cancelPaid` of the refunds.
 */
export async function cancelOrder(ctx: Ctx, number: string, reader: OrderReader): Promise<void> {
  authorize(ctx, 'orders.cancel');
  await transact(ctx, async (tx) => {
    const order = await rowOf<OrderRow & { access_key: string; buyer_user_id: string | null }>(
      tx,
      sql`select id, number, state, move_seq, access_key, buyer_user_id from trade_order where number = ${number} for update`,
    );
    if (!order || !mayRead(ctx, order, reader)) throw new DomainError('not-found', 'orders.unknown');
    if (order.state !== 'placed') {
      throw new DomainError('conflict', 'machine.wrong-state', {
        machine: 'order',
        from: order.state,
        to: 'cancelled',
      });
    }
    await releaseOrders(tx, [order], 'cancelled', 'buyer');
  });
}
