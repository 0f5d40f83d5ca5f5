import { announce, authorize, type Ctx, purge, rowsOf, run, sql, type Tx, transact } from '#server/platform/index.ts';
import { releaseUses } from '#server/promotions/index.ts';
import { releaseHeld, tagsOfPools } from '#server/stock/index.ts';
import { moveOrder, moveParcels, type OrderRow, type ParcelRow } from './order.moves.ts';

const LAPSED_AT_ONCE = 50;

/**
 * Gives back the stock of orders nobody paid in time. Run every minute by the worker; placing an order does the same for
 * the pools it finds short, so that a stopped worker never keeps goods from a buyer. Returns how many lapsed.
 */
export async function lapseOrders(ctx: Ctx): Promise<number> {
  authorize(ctx, 'orders.lapse');
  let lapsed = 0;
  for (;;) {
    const count = await transact(ctx, async (tx) => {
      const orders = await rowsOf<OrderRow>(
        tx,
        sql`select id, number, state, move_seq from trade_order
            where state = 'placed' and hold_expires_at <= ${tx.now}
            order by hold_expires_at limit ${LAPSED_AT_ONCE} for update skip locked`,
      );
      await releaseOrders(tx, orders, 'lapsed', 'hold-expired');
      return orders.length;
    });
    lapsed += count;
    if (count < LAPSED_AT_ONCE) return lapsed;
  }
}

/** The same for the orders that hold from these pools, in a transaction of its own. Skips orders somebody else is moving. */
export async function lapseHolders(ctx: Ctx, poolIds: readonly string[]): Promise<number> {
  return transact(ctx, async (tx) => {
    const orders = await rowsOf<OrderRow>(
      tx,
      sql`select id, number, state, move_seq from trade_order
          where state = 'placed' and hold_expires_at <= ${tx.now} and id in (
            select allocation.order_id from allocation join share on share.id = allocation.share_id
            where share.pool_id = any(${[...poolIds]}::uuid[]) and allocation.state = 'held')
          order by id limit ${LAPSED_AT_ONCE} for update skip locked`,
    );
    await releaseOrders(tx, orders, 'lapsed', 'hold-expired');
    return orders.length;
  });
}

/** Ends unpaid orders: their held goods go back to the shelf, their coupons to their promotions, and they say why. The caller has locked the orders. */
export async function releaseOrders(
  tx: Tx,
  orders: readonly OrderRow[],
  to: 'lapsed' | 'cancelled',
  reason: string,
): Promise<void> {
  if (orders.length === 0) return;
  const ids = orders.map((order) => order.id);
  const held = await rowsOf<{ shareId: string; poolId: string; quantity: number }>(
    tx,
    sql`select allocation.share_id as "shareId", share.pool_id as "poolId", allocation.quantity
        from allocation join share on share.id = allocation.share_id
        where allocation.order_id = any(${ids}::uuid[]) and allocation.state = 'held'`,
  );
  // Promotions before pools, as when an order is placed.
  await releaseUses(tx, ids);
  // All pools of all these orders at once, so that they are locked in id order.
  await releaseHeld(tx, held);
  await run(tx, sql`update allocation set state = 'released' where order_id = any(${ids}::uuid[]) and state = 'held'`);
  const parcels = await rowsOf<ParcelRow>(
    tx,
    sql`select id, state, move_seq from parcel where order_id = any(${ids}::uuid[]) order by id`,
  );
  await moveParcels(tx, parcels, 'cancelled', reason);
  for (const order of orders) await moveOrder(tx, order, to, reason);
  await announce(
    tx,
    ...orders.map(({ id, number }) => ({ topic: `order.${to}`, key: id, payload: { orderId: id, number } })),
  );
  const pools = held.map((draw) => draw.poolId);
  await purge(tx, await tagsOfPools(tx, pools, pools));
}
