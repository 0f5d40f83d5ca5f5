import Stripe from 'stripe';
import { type Books, newId, secondsNow, tell } from './books.ts';
import { noSuch } from './refusal.ts';

const ANSWER_SECONDS = 7 * 86_400;

/** A buyer contests a payment at his bank. */
export function disputeIntent(books: Books, intentId: string, reason = 'product_not_received'): Stripe.Dispute {
  const intent = books.intents.get(intentId);
  if (!intent) throw noSuch('payment_intent', intentId);
  const dispute = {
    id: newId('du'),
    object: 'dispute',
    amount: intent.amount,
    charge: intent.latest_charge,
    created: secondsNow(books),
    currency: intent.currency,
    evidence_details: { due_by: secondsNow(books) + ANSWER_SECONDS, has_evidence: false, past_due: false },
    livemode: false,
    metadata: {},
    payment_intent: intent.id,
    reason,
    status: 'needs_response',
  } as unknown as Stripe.Dispute;
  tell(books, 'charge.dispute.created', dispute, Stripe.API_VERSION);
  return dispute;
}

export function closeDispute(books: Books, dispute: Stripe.Dispute, status: 'won' | 'lost'): void {
  dispute.status = status;
  tell(books, 'charge.dispute.closed', dispute, Stripe.API_VERSION);
}
