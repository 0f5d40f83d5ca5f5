import { DomainError, present } from '#server/kernel/errors.ts';
import { isUuid } from '#server/kernel/ids.ts';
import { authorize, type Ctx, type RawBuilder, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { PaymentRefundFilter, PaymentRefundRow, PaymentRefundsView } from './contract.ts';

const REFUNDS_PER_PAGE = 40;

const filters: Record<PaymentRefundFilter, RawBuilder<unknown>> = {
  failed: sql`payment_refund.state = 'failed'`,
  waiting: sql`payment_refund.state in ('due', 'sending')`,
  'by-hand': sql`payment_refund.state = 'by-hand'`,
  sent: sql`payment_refund.state = 'sent'`,
};

/** Money owed back to buyers, by how far it is: what has not left the longest waiting first, what has left the latest first. */
export async function findPaymentRefunds(
  ctx: Ctx,
  wish: { filter: PaymentRefundFilter; page: number },
): Promise<PaymentRefundsView> {
  authorize(ctx, 'books.read');
  const counted = await rowOf<PaymentRefundsView['counts']>(
    ctx,
    sql`select count(*) filter (where ${filters.failed})::int as failed,
          count(*) filter (where ${filters.waiting})::int as waiting,
          count(*) filter (where ${filters['by-hand']})::int as "by-hand",
          count(*) filter (where ${filters.sent})::int as sent from payment_refund`,
  );
  const counts = present(counted, 'the counts of refunds');
  const pages = Math.max(1, Math.ceil(counts[wish.filter] / REFUNDS_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const order = wish.filter === 'sent' ? sql`sent_at desc, payment_refund.id` : sql`owed_at, payment_refund.id`;
  const rows = await read(
    ctx,
    sql`where ${filters[wish.filter]} order by ${order}
        limit ${REFUNDS_PER_PAGE} offset ${(page - 1) * REFUNDS_PER_PAGE}`,
  );
  return { filter: wish.filter, counts, page, pages, rows };
}

/** One of them, for who would have it sent anew. */
export async function getPaymentRefund(ctx: Ctx, id: string): Promise<PaymentRefundRow> {
  authorize(ctx, 'books.read');
  const [row] = isUuid(id) ? await read(ctx, sql`where payment_refund.id = ${id}`) : [];
  if (!row) throw new DomainError('not-found', 'payments.refund-unknown');
  return row;
}

function read(ctx: Ctx, which: RawBuilder<unknown>): Promise<PaymentRefundRow[]> {
  return rowsOf(
    ctx,
    sql`select payment_refund.id, trade_order.number as "orderNumber", split_part(payment.provider, ':', 1) as provider,
          payment_refund.amount_fen as amount, payment_refund.because, payment_refund.state, payment_refund.tries,
          payment_refund.round, payment_refund.last_error as error, payment_refund.owed_at as "owedAt",
          case when payment_refund.state in ('due', 'sending') then payment_refund.next_try_at end as "nextTryAt",
          payment_refund.sent_at as "sentAt"
        from payment_refund join payment on payment.id = payment_refund.payment_id
        join trade_order on trade_order.id = payment.order_id ${which}`,
  );
}
