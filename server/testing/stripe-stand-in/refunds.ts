import Stripe from 'stripe';
import { type Books, newId, secondsNow, tell } from './books.ts';
import type { CreateRefund } from './parameters.ts';
import { noSuch, Refusal } from './refusal.ts';

export function openRefund(books: Books, input: CreateRefund): Stripe.Refund {
  const intent = books.intents.get(input.payment_intent);
  if (!intent) throw noSuch('payment_intent', input.payment_intent, 'payment_intent');
  if (intent.status !== 'succeeded') {
    const message = `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`;
    throw new Refusal(400, message, { param: 'payment_intent' });
  }
  const left = intent.amount_received - refundedOf(books, intent.id);
  if (left === 0) {
    throw new Refusal(400, `Charge ${intent.latest_charge} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  const amount = input.amount ?? left;
  if (amount > left) {
    const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`;
    throw new Refusal(400, message, { param: 'amount' });
  }
  const refund: Stripe.Refund = {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: intent.latest_charge,
    created: secondsNow(books),
    currency: intent.currency,
    customer: null,
    customer_account: null,
    metadata: input.metadata ?? {},
    payment_intent: intent.id,
    payment_method: null,
    reason: input.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: books.refundsBecome,
    transfer_reversal: null,
  };
  books.refunds.set(refund.id, refund);
  tell(books, 'refund.created', refund, Stripe.API_VERSION);
  return refund;
}

/** What a refund becomes in the end; a sent one may still come back. */
export function settleRefund(books: Books, id: string, status: 'succeeded' | 'failed'): void {
  const refund = getRefund(books, id);
  refund.status = status;
  if (status === 'failed') refund.failure_reason = 'expired_or_canceled_card';
  tell(books, status === 'failed' ? 'refund.failed' : 'refund.updated', refund, Stripe.API_VERSION);
}

export function getRefund(books: Books, id: string): Stripe.Refund {
  const refund = books.refunds.get(id);
  if (!refund) throw noSuch('refund', id);
  return refund;
}

/** The newest first, as Stripe lists. */
export function findRefunds(
  books: Books,
  { payment_intent, limit = 10 }: { payment_intent?: string | undefined; limit?: number | undefined },
): Stripe.ApiList<Stripe.Refund> {
  const all = [...books.refunds.values()].reverse();
  const found = payment_intent ? all.filter((refund) => refund.payment_intent === payment_intent) : all;
  return { object: 'list', url: '/v1/refunds', has_more: found.length > limit, data: found.slice(0, limit) };
}

/** How much of a payment has been given back, or is about to be. */
export function refundedOf(books: Books, intentId: string): number {
  return [...books.refunds.values()]
    .filter(({ payment_intent, status }) => payment_intent === intentId && status !== 'failed' && status !== 'canceled')
    .reduce((sum, { amount }) => sum + amount, 0);
}
