import { DomainError } from '#server/kernel/errors.ts';
import { addFen } from '#server/kernel/money.ts';
import type { OrderState } from '#server/orders/contract.ts';
import { mayRead, type OrderReader } from '#server/orders/index.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { OrderChangesView } from './contract.ts';

type Head = OrderChangesView['delivery'] & {
  id: string;
  state: OrderState;
  access_key: string;
  buyer_user_id: string | null;
};

/** What the buyer of an order may still change or take back, and what each of it would give him back. */
export async function getOrderChanges(ctx: Ctx, number: string, reader: OrderReader): Promise<OrderChangesView> {
  authorize(ctx, 'orders.see-own');
  const order = await rowOf<Head>(
    ctx,
    sql`select id, state, access_key, buyer_user_id, recipient, phone, region_code as region, address, note
        from trade_order where number = ${number}`,
  );
  if (!order || !mayRead(ctx, order, reader)) throw new DomainError('not-found', 'orders.unknown');
  const parcels = await parcelsOf(ctx, order.id);
  const live = parcels.filter(({ state }) => state !== 'cancelled');
  const { recipient, phone, region, address, note } = order;
  return {
    number,
    delivery: { recipient, phone, region, address, note },
    isOpen: order.state === 'paid' && live.length > 0 && live.every(({ state }) => state === 'to-pack'),
    returns: addFen(...live.map(({ returns }) => returns)),
    parcels,
  };
}

function parcelsOf(ctx: Ctx, orderId: string): Promise<OrderChangesView['parcels']> {
  return rowsOf(
    ctx,
    sql`select parcel.number, parcel.seller_name as seller, parcel.state,
          (parcel.goods_fen - parcel.discount_fen + parcel.freight_fen - coalesce((
            select sum(paid_fen + freight_fen) from refund where parcel_id = parcel.id), 0))::bigint as returns, lines.list as lines
        from parcel cross join lateral (
          select jsonb_agg(jsonb_build_object('line', position, 'productName', product_name, 'packName', pack_name,
            'toSend', left_over.count, 'each', round(left_over.paid::numeric / greatest(left_over.count, 1))) order by position) as list
          from order_line as line cross join lateral (
            select line.count - coalesce(sum(part.count), 0) as count,
              line.amount_fen - line.discount_fen - coalesce(sum(part.paid_fen), 0) as paid
            from refund_line as part where part.line_id = line.id
          ) as left_over
          where line.parcel_id = parcel.id
        ) as lines
        where parcel.order_id = ${orderId} order by parcel.number`,
  );
}
