import { sql } from '#server/platform/index.ts';

/** A parcel with its lines as a list tells them: what was bought of each, less what was given back before it was sent. */
export const parcelSummary = sql`
  select parcel.number, parcel.state, trade_order.placed_at as "placedAt", trade_order.paid_at as "paidAt",
    trade_order.recipient, trade_order.region_name as region, parcel.goods_fen as goods, lines.packs, lines.list as lines
  from parcel join trade_order on trade_order.id = parcel.order_id
  cross join lateral (
    select sum(line.count - back.count)::int as packs, coalesce(jsonb_agg(jsonb_build_object('productName', product_name,
      'packName', pack_name, 'count', line.count - back.count) order by position)
        filter (where line.count > back.count or parcel.state = 'cancelled'), '[]') as list
    from order_line as line cross join lateral (
      select coalesce(sum(refund_line.count), 0)::int as count from refund_line
      join refund on refund.id = refund_line.refund_id
      where refund_line.line_id = line.id and refund.goods = 'unsent' and parcel.state <> 'cancelled'
    ) as back
    where line.parcel_id = parcel.id
  ) as lines`;
