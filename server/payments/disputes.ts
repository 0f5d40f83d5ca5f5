import { DomainError } from '#server/kernel/errors.ts';
import type { Fen } from '#server/kernel/money.ts';
import { announce, rowOf, run, sql, type Tx } from '#server/platform/index.ts';

/** A buyer contests a payment at his bank; the provider tells us and decides. */
export type Dispute = {
  provider: string;
  /** What the provider calls the money that came in. */
  payment: string;
  reference: string;
  amount: Fen;
  reason: string;
  status: string;
  openedAt: Date;
  /** Until when evidence may be handed in. */
  answerBy: Date | null;
  isOver: boolean;
};

/** Records a dispute as its provider tells it. One that is over stays over, whatever comes late. */
export async function recordDispute(tx: Tx, dispute: Dispute): Promise<void> {
  const payment = await rowOf<{ id: string; orderId: string }>(
    tx,
    sql`select id, order_id as "orderId" from payment
        where provider = ${dispute.provider} and provider_reference = ${dispute.payment}`,
  );
  if (!payment) throw new DomainError('not-found', 'payments.unknown');
  const closedAt = dispute.isOver ? tx.now : null;
  const changed = await run(
    tx,
    sql`insert into payment_dispute (payment_id, reference, amount_fen, reason, status, opened_at, answer_by, closed_at)
        values (${payment.id}, ${dispute.reference}, ${dispute.amount}, ${dispute.reason}, ${dispute.status},
          ${dispute.openedAt}, ${dispute.answerBy}, ${closedAt})
        on conflict (reference) do update set status = excluded.status, answer_by = excluded.answer_by,
          closed_at = excluded.closed_at
        where payment_dispute.closed_at is null and payment_dispute.status <> excluded.status`,
  );
  if (changed === 0) return;
  await announce(tx, {
    topic: dispute.isOver ? 'payment.dispute-closed' : 'payment.disputed',
    key: `${dispute.reference}:${dispute.status}`,
    payload: { orderId: payment.orderId, reference: dispute.reference, status: dispute.status },
  });
}
