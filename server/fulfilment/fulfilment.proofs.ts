import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';

/** What must hold of what was sent: packs, the goods in them, and what was weighed. */
export const fulfilmentProofs: Proof[] = [
  proof(
    'fulfilment.shipments-fit-lines',
    () => sql`select trade_order.number || ' ' || line.position as "where", sent.count as "found",
          'at most ' || line.count - back.count as "expected"
        from order_line as line join trade_order on trade_order.id = line.order_id
        join (select line_id, sum(count) as count from shipment_line group by line_id) as sent on sent.line_id = line.id
        cross join lateral (
          select coalesce(sum(part.count), 0) as count from refund_line as part
          join refund on refund.id = part.refund_id where part.line_id = line.id and refund.goods = 'unsent'
        ) as back
        where sent.count > line.count - back.count`,
  ),
  proof(
    'fulfilment.sent-is-in-shipments',
    () => sql`select trade_order.number || ' ' || line.position as "where", drawn.sent as "found",
          coalesce(packed.count, 0) * drawn.bought / line.count as "expected"
        from order_line as line join trade_order on trade_order.id = line.order_id
        join (
          select line_id, produce_id, sum(sent_quantity) as sent, sum(quantity) as bought from allocation
          group by line_id, produce_id
        ) as drawn on drawn.line_id = line.id
        left join (
          select line_id, sum(count) as count from shipment_line group by line_id
        ) as packed on packed.line_id = line.id
        where not line.catch_weight and drawn.sent <> coalesce(packed.count, 0) * drawn.bought / line.count`,
  ),
  proof(
    'fulfilment.gone-owes-nothing',
    () => sql`select parcel.number as "where", parcel.state || ', to send ' || sum(quantity - sent_quantity - unsent_quantity)
            as "found", 'nothing to send' as "expected"
        from parcel join allocation on allocation.parcel_id = parcel.id
        where parcel.state in ('shipped', 'delivered', 'cancelled') and allocation.state = 'promised'
        group by parcel.number, parcel.state`,
  ),
  proof(
    'fulfilment.weighed-is-sent',
    () => sql`select trade_order.number || ' ' || line.position as "where", drawn.sent as "found",
          coalesce(weighing.grams::text, 'weighed') as "expected"
        from order_line as line join trade_order on trade_order.id = line.order_id
        join (select line_id, sum(sent_quantity) as sent from allocation group by line_id) as drawn on drawn.line_id = line.id
        left join weighing on weighing.line_id = line.id
        where line.catch_weight and drawn.sent > 0 and case
          when weighing.grams is null then true
          when exists (select from refund_line as part join refund on refund.id = part.refund_id
            where part.line_id = line.id and refund.kind = 'catch-weight') then drawn.sent <> weighing.grams
          -- What is missing came to less than a fen, so nothing went back.
          else drawn.sent < weighing.grams end`,
  ),
];
