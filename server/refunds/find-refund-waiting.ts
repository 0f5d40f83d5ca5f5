import { present } from '#server/kernel/errors.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { RefundWaitingView } from './contract.ts';

const DISPUTES_SHOWN_MAX = 5;

/** What of money going back waits for a bookkeeper: refunds that failed, and disputes to be answered, the soonest first. */
export async function findRefundWaiting(ctx: Ctx): Promise<RefundWaitingView> {
  authorize(ctx, 'books.read');
  const failed = present(
    await rowOf<RefundWaitingView['failed']>(
      ctx,
      sql`select count(*)::int as refunds, coalesce(sum(amount_fen), 0)::bigint as amount, min(owed_at) as since
          from payment_refund where state = 'failed'`,
    ),
    'the sums of failed refunds',
  );
  const disputes = await rowsOf<RefundWaitingView['disputes'][number]>(
    ctx,
    sql`select payment_dispute.reference, trade_order.number as "orderNumber", payment_dispute.amount_fen as amount,
          payment_dispute.opened_at as since, payment_dispute.answer_by as "answerBy"
        from payment_dispute join payment on payment.id = payment_dispute.payment_id
        join trade_order on trade_order.id = payment.order_id
        where payment_dispute.closed_at is null and payment_dispute.status like '%needs_response'
        order by payment_dispute.answer_by, payment_dispute.reference limit ${DISPUTES_SHOWN_MAX}`,
  );
  return { failed, disputes };
}
