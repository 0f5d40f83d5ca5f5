import { asRecords, authorize, type Ctx, rowsOf, sql } from '#server/platform/index.ts';
import type { OrderSummaryView } from './contract.ts';

const ORDERS_PER_PAGE = 20;

/** An order and the key that opens it, as a visitor's browser remembers them. */
export type OrderKey = { number: string; accessKey: string };

/** The signed-in buyer's orders and those the browser holds the key of, newest first. */
export async function findOwnOrders(
  ctx: Ctx,
  page: number,
  keys: readonly OrderKey[] = [],
): Promise<{ orders: OrderSummaryView[]; page: number; pages: number }> {
  authorize(ctx, 'orders.see-own');
  const held = keys.map(({ number, accessKey }) => ({ number, access_key: accessKey }));
  const rows = await rowsOf<OrderSummaryView & { all: number }>(
    ctx,
    sql`select own.number, own.state, own.placed_at as "placedAt", own.total_fen as total, own."all"::int as "all",
          lines.packs, lines.first as "firstProduct", lines.families,
          paid.household_fen as "householdFen", paid.households
        from (
          select *, count(*) over () as "all" from trade_order
          where buyer_user_id = ${ctx.actor.id} or (number, access_key) in (
            select number, access_key from jsonb_to_recordset(${asRecords(held)}) as held(number text, access_key text))
          order by placed_at desc limit ${ORDERS_PER_PAGE} offset ${(page - 1) * ORDERS_PER_PAGE}
        ) as own
        cross join lateral (
          select sum(count)::int as packs, (array_agg(product_name order by position))[1] as first,
            (array_agg(family_code order by position))[1:4] as families
          from order_line where order_id = own.id
        ) as lines
        cross join lateral (
          select sum(household_fen)::bigint as household_fen, count(distinct household_id)::int as households
          from allocation where order_id = own.id and earned_at is not null
        ) as paid
        order by own.placed_at desc`,
  );
  const all = rows[0]?.all ?? 0;
  return {
    orders: rows.map(({ all: _, ...order }) => order),
    page,
    pages: Math.max(1, Math.ceil(all / ORDERS_PER_PAGE)),
  };
}
