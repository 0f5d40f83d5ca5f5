import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';

/** What must hold of discounts: on lines, parcels and orders, at their promotions, and with their funders in the ledger. */
export const discountsProofs: Proof[] = [
  proof(
    'orders.discounts-add-up',
    () => sql`select trade_order.number || ' ' || line.position as "where",
          concat_ws('/', line.discount_fen, line.seller_funded_fen) as "found", concat_ws('/', taken.fen, taken.seller) as "expected"
        from order_line as line join trade_order on trade_order.id = line.order_id
        cross join lateral (
          select coalesce(sum(fen), 0) as fen, coalesce(sum(fen) filter (where funder = 'seller'), 0) as seller
          from line_discount where line_id = line.id
        ) as taken
        where line.discount_fen <> taken.fen or line.seller_funded_fen <> taken.seller
        union all
        select parcel.number, parcel.discount_fen::text, sums.fen::text from parcel cross join lateral (
          select coalesce(sum(discount_fen), 0) as fen from order_line where parcel_id = parcel.id
        ) as sums where parcel.discount_fen <> sums.fen
        union all
        select trade_order.number, trade_order.discount_fen::text, sums.fen::text from trade_order cross join lateral (
          select coalesce(sum(discount_fen), 0) as fen from parcel where order_id = trade_order.id
        ) as sums where trade_order.discount_fen <> sums.fen`,
  ),
  // An order that was never paid has let its uses go; one that was paid has used them, or was honoured.
  proof(
    'orders.discounts-are-uses',
    () => sql`select coalesce(told.number, trade_order.number, use.order_id::text) || ' ' || coalesce(told.code, promotion.code) as "where",
          concat_ws(' ', use.state, use.fen) as "found", concat_ws(' ', told.state, told.fen) as "expected"
        from (
          select trade_order.id, trade_order.number, taken.promotion_code as code, sum(taken.fen)::bigint as fen,
            case when trade_order.paid_at is not null then 'used'
              when trade_order.state = 'placed' then 'held' else 'released' end as state
          from line_discount as taken join order_line as line on line.id = taken.line_id
          join trade_order on trade_order.id = line.order_id group by trade_order.id, taken.promotion_code
        ) as told
        full join (promotion_use as use join promotion on promotion.id = use.promotion_id)
          on use.order_id = told.id and promotion.code = told.code
        left join trade_order on trade_order.id = use.order_id
        where use.fen is distinct from told.fen
          or case use.state when 'honoured' then 'used' else use.state end is distinct from told.state`,
  ),
  proof(
    'orders.funders-are-in-the-ledger',
    () => sql`select coalesce(booked.code, owed.code) as "where", coalesce(booked.fen, 0) as "found", coalesce(owed.fen, 0) as "expected"
        from (
          select account.code, sum(posting.amount) as fen from entry join posting on posting.entry_id = entry.id
          join account on account.id = posting.account_id
          where account.kind = 'promotion' and entry.kind in ('sale', 'refund') group by account.code
        ) as booked
        full join (
          select 'promotion:' || funder as code, sum(fen) as fen from (
            select taken.funder, taken.fen from line_discount as taken join order_line as line on line.id = taken.line_id
            join trade_order on trade_order.id = line.order_id
            where taken.funder <> 'seller' and trade_order.paid_at is not null
            union all
            select funder, -fen from refund_funder
          ) as part group by funder
        ) as owed on owed.code = booked.code
        where coalesce(booked.fen, 0) <> coalesce(owed.fen, 0)`,
  ),
];
