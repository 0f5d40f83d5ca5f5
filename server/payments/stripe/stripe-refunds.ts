import Stripe from 'stripe';
import type { OwedRefund, RefundAnswer } from '../provider.ts';

const REFUNDS_PER_PAYMENT_MAX = 100;

/** Sends money back, or says what became of sending it before. Throws when nobody knows. */
export async function refundByStripe(stripe: Stripe, owed: OwedRefund): Promise<RefundAnswer> {
  if (!owed.reference) return { outcome: 'refused', reason: 'payment-reference-missing' };
  try {
    // Stripe forgets a key after a day; the refund itself says whose it is.
    const before = owed.attempt > 1 ? await findRefund(stripe, owed) : null;
    return answerOf(before ?? (await createRefund(stripe, owed, owed.reference)));
  } catch (error) {
    if (isDefinite(error)) return { outcome: 'refused', reason: error.code ?? error.message };
    throw error;
  }
}

function createRefund(stripe: Stripe, owed: OwedRefund, paymentIntent: string): Promise<Stripe.Refund> {
  return stripe.refunds.create(
    { payment_intent: paymentIntent, amount: owed.amount, metadata: refundMetadata(owed) },
    { idempotencyKey: `refund:${owed.id}:${owed.round}` },
  );
}

/** What ties Stripe's refund to ours. */
export function refundMetadata(owed: Pick<OwedRefund, 'id' | 'round'>): { refund: string; round: string } {
  return { refund: owed.id, round: String(owed.round) };
}

async function findRefund(stripe: Stripe, owed: OwedRefund): Promise<Stripe.Refund | null> {
  if (owed.refundReference) return stripe.refunds.retrieve(owed.refundReference);
  const { data } = await stripe.refunds.list({
    payment_intent: owed.reference ?? '',
    limit: REFUNDS_PER_PAYMENT_MAX,
  });
  const { refund, round } = refundMetadata(owed);
  return data.find(({ metadata }) => metadata?.refund === refund && metadata.round === round) ?? null;
}

/** Stripe's word for how a refund stands, in ours. */
export function answerOf(refund: Stripe.Refund): RefundAnswer {
  if (refund.status === 'succeeded') return { outcome: 'sent', reference: refund.id };
  if (refund.status === 'failed' || refund.status === 'canceled') {
    return { outcome: 'refused', reason: refund.failure_reason ?? refund.status };
  }
  return { outcome: 'pending', reference: refund.id };
}

/** Whether Stripe understood and said no: repeating the same would get the same. */
export function isDefinite(error: unknown): error is Stripe.errors.StripeError {
  if (!(error instanceof Stripe.errors.StripeError)) return false;
  if (error.code === 'idempotency_key_in_use' || error.code === 'lock_timeout') return false;
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError ||
    error instanceof Stripe.errors.StripeIdempotencyError
  );
}
