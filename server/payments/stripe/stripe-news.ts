import type Stripe from 'stripe';
import { DomainError } from '#server/kernel/errors.ts';
import { fen } from '#server/kernel/money.ts';
import type { PaymentEvent } from '../payments.ts';
import type { ProviderNews } from '../provider.ts';
import { answerOf } from './stripe-refunds.ts';

/**
 * What a signed event of Stripe's means to us. Stripe delivers late, twice and in any order: a session that was paid
 * stays paid, so its snapshot is enough; a refund may have gone on since, so it is asked for as it stands now.
 */
export async function newsOf(stripe: Stripe, event: Stripe.Event): Promise<ProviderNews> {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired': {
      const heard = eventOf(event.data.object, event.type === 'checkout.session.async_payment_failed');
      return heard ? { kind: 'payment', event: heard } : { kind: 'none' };
    }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return refundNews(await stripe.refunds.retrieve(event.data.object.id));
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
      return disputeNews(event.data.object);
    default:
      return { kind: 'none' };
  }
}

/**
 * How a payment stands by its session: the same news, whether a webhook brings it or a browser that comes back. Null
 * while nothing is decided, and for a session that is none of ours.
 */
export function eventOf(session: Stripe.Checkout.Session, hasFailed = false): PaymentEvent | null {
  const paymentId = session.client_reference_id;
  if (!paymentId || session.metadata?.payment !== paymentId) return null;
  const about = { provider: 'stripe', paymentId };
  if (session.payment_status === 'paid') {
    const reference = idOf(session.payment_intent);
    if (!reference || session.currency !== 'cny') throw new DomainError('invalid', 'payments.amount-differs');
    const amount = fen(session.amount_total ?? 0);
    return { ...about, kind: 'succeeded', eventId: `${reference}:succeeded`, reference, amount };
  }
  if (hasFailed) return { ...about, kind: 'failed', eventId: `${session.id}:failed` };
  if (session.status === 'expired') return { ...about, kind: 'failed', eventId: `${session.id}:expired` };
  return null;
}

function refundNews(refund: Stripe.Refund): ProviderNews {
  const { refund: refundId, round } = refund.metadata ?? {};
  // A refund made by hand in Stripe's own pages is not ours to book.
  if (!refundId || !round) return { kind: 'none' };
  return { kind: 'refund', refundId, round: Number(round), answer: answerOf(refund) };
}

function disputeNews(dispute: Stripe.Dispute): ProviderNews {
  const answerBy = dispute.evidence_details.due_by;
  const isOver = ['won', 'lost', 'warning_closed', 'prevented'].includes(dispute.status);
  return {
    kind: 'dispute',
    dispute: {
      provider: 'stripe',
      payment: idOf(dispute.payment_intent) ?? '',
      reference: dispute.id,
      amount: fen(dispute.amount),
      reason: dispute.reason,
      status: dispute.status,
      openedAt: new Date(dispute.created * 1000),
      answerBy: answerBy ? new Date(answerBy * 1000) : null,
      isOver,
    },
  };
}

function idOf(thing: string | { id: string } | null): string | null {
  return typeof thing === 'string' ? thing : (thing?.id ?? null);
}
