import { present } from '#server/kernel/errors.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { DisputeRow, DisputesView } from './contract.ts';

const DISPUTES_PER_PAGE = 40;

/** Payments buyers contest at their bank: those still open first, the soonest to be answered before the others. */
export async function findDisputes(ctx: Ctx, wish: { page: number }): Promise<DisputesView> {
  authorize(ctx, 'books.read');
  const counts = present(
    await rowOf<{ all: number; open: number }>(
      ctx,
      sql`select count(*)::int as "all", count(*) filter (where closed_at is null)::int as open from payment_dispute`,
    ),
    'the counts of disputes',
  );
  const pages = Math.max(1, Math.ceil(counts.all / DISPUTES_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const rows = await rowsOf<DisputeRow>(
    ctx,
    sql`select payment_dispute.reference, trade_order.number as "orderNumber", payment_dispute.amount_fen as amount,
          payment_dispute.reason, payment_dispute.status, payment_dispute.opened_at as "openedAt",
          payment_dispute.answer_by as "answerBy", payment_dispute.closed_at as "closedAt",
          payment_dispute.closed_at is null and payment_dispute.answer_by < ${ctx.now} as overdue
        from payment_dispute join payment on payment.id = payment_dispute.payment_id
        join trade_order on trade_order.id = payment.order_id
        order by payment_dispute.closed_at is not null, case when payment_dispute.closed_at is null then answer_by end,
          payment_dispute.opened_at desc, payment_dispute.reference
        limit ${DISPUTES_PER_PAGE} offset ${(page - 1) * DISPUTES_PER_PAGE}`,
  );
  return { open: counts.open, page, pages, rows };
}
