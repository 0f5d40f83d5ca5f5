import { authorize, type Ctx, rowsOf, sql } from '#server/platform/index.ts';
import type { Delivery } from './contract.ts';

/** Where the signed-in buyer's last order went, so that nobody types an address twice; null for a visitor. */
export async function findLastDelivery(ctx: Ctx): Promise<Delivery | null> {
  authorize(ctx, 'orders.see-own');
  if (!ctx.actor.id) return null;
  const rows = await rowsOf<Delivery>(
    ctx,
    sql`select recipient, phone, region_code as region, address from trade_order
        where buyer_user_id = ${ctx.actor.id} order by placed_at desc limit 1`,
  );
  return rows[0] ?? null;
}
