import { DomainError } from '#server/kernel/errors.ts';
import { mayRead, type OrderReader } from '#server/orders/index.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { OrderRefundView } from './contract.ts';

/** What went back of a buyer's order, oldest first: why, how much, and what each household gave back of it. */
export async function findOrderRefunds(ctx: Ctx, number: string, reader: OrderReader): Promise<OrderRefundView[]> {
  authorize(ctx, 'orders.see-own');
  const order = await rowOf<{ id: string; access_key: string; buyer_user_id: string | null }>(
    ctx,
    sql`select id, access_key, buyer_user_id from trade_order where number = ${number}`,
  );
  if (!order || !mayRead(ctx, order, reader)) throw new DomainError('not-found', 'orders.unknown');
  return rowsOf(
    ctx,
    sql`select refund.number, parcel.number as parcel, refund.kind, refund.reason, refund.at,
          refund.paid_fen + refund.freight_fen as total, refund.freight_fen as freight, payment_refund.state,
          given.households
        from refund join parcel on parcel.id = refund.parcel_id
        left join payment_refund on payment_refund.id = refund.payment_refund_id
        cross join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('code', code, 'maskedName', masked_name, 'fen', fen) order by code),
            '[]') as households
          from (
            select household.code, household.masked_name, sum(refund_share.fen)::bigint as fen
            from refund_share join allocation on allocation.id = refund_share.allocation_id
            join household on household.id = allocation.household_id
            where refund_share.refund_id = refund.id and refund_share.fen > 0 group by household.id
          ) as shares
        ) as given
        where refund.order_id = ${order.id} order by refund.at, refund.number`,
  );
}
