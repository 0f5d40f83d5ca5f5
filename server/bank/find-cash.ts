import { DomainError } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { cashOf } from '#server/payments/index.ts';
import { authorize, type Ctx, organizationsWith, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { CashOrderView, CashReceiptView, RefundByHandView } from './contract.ts';

/** The organization whose counter the actor stands at. */
export async function ownCounter(ctx: Ctx): Promise<{ id: string; name: LocalizedText }> {
  const own = organizationsWith(ctx.actor, 'payments.take-cash');
  const row =
    own === 'all'
      ? null
      : (
          await rowsOf<{ id: string; name: LocalizedText }>(
            ctx,
            sql`select id, name from organization where id = any(${own}::uuid[]) order by code limit 1`,
          )
        )[0];
  if (!row) throw new DomainError('forbidden', 'access.denied', { permission: 'payments.take-cash' });
  return row;
}

/** An order somebody wants to pay in cash, when this organization alone sells it. */
export async function getCashOrder(ctx: Ctx, organizationId: string, number: string): Promise<CashOrderView> {
  authorize(ctx, 'payments.take-cash', { organizationId });
  const order = await rowOf<Omit<CashOrderView, 'receipt'> & { others: number }>(
    ctx,
    sql`select trade_order.number, trade_order.recipient, trade_order.total_fen as total, trade_order.state,
          count(*) filter (where parcel.organization_id <> ${organizationId})::int as others
        from trade_order join parcel on parcel.order_id = trade_order.id
        where trade_order.number = ${number.toUpperCase()} group by trade_order.id
        having count(*) filter (where parcel.organization_id = ${organizationId}) > 0`,
  );
  if (!order) throw new DomainError('not-found', 'orders.unknown');
  const { others, ...view } = order;
  if (others > 0) throw new DomainError('conflict', 'cash.other-sellers', { number });
  return { ...view, receipt: await receiptWhere(ctx, sql`trade_order.number = ${number.toUpperCase()}`) };
}

/** Cash this counter has to hand back. */
export async function findCashRefunds(
  ctx: Ctx,
  organizationId: string,
  id: string | null = null,
): Promise<RefundByHandView[]> {
  authorize(ctx, 'payments.take-cash', { organizationId });
  return rowsOf<RefundByHandView>(
    ctx,
    sql`select payment_refund.id, trade_order.number, payment_refund.amount_fen as amount, payment_refund.because,
          payment_refund.owed_at as "owedAt", null as "payerName", null as "payerAccount", trade_order.recipient
        from payment_refund join payment on payment.id = payment_refund.payment_id
        join trade_order on trade_order.id = payment.order_id
        where payment.provider = ${cashOf(organizationId)}
          and case when ${id}::uuid is null then payment_refund.state <> 'sent' else payment_refund.id = ${id}::uuid end
        order by payment_refund.owed_at, payment_refund.id limit 100`,
  );
}

async function receiptWhere(ctx: Ctx, condition: ReturnType<typeof sql>): Promise<CashReceiptView | null> {
  return rowOf<CashReceiptView>(
    ctx,
    sql`select organization.code || '-' || lpad(seq::text, 6, '0') as number, trade_order.number as "orderNumber",
          organization.name as organization, due_fen as due, taken_fen as taken, change_fen as change, cash_receipt.at,
          person.name as by
        from cash_receipt join organization on organization.id = cash_receipt.organization_id
        join trade_order on trade_order.id = cash_receipt.order_id
        left join user_account as person on person.id = cash_receipt.actor_id
        where ${condition}`,
  );
}
