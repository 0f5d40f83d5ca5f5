import Stripe from 'stripe';
import { assert, DomainError } from '#server/kernel/errors.ts';
import type { PaymentProvider } from '../provider.ts';
import { eventOf, newsOf } from './stripe-news.ts';
import { isDefinite, refundByStripe } from './stripe-refunds.ts';
import { sessionOf } from './stripe-session.ts';

const ANSWER_MS_MAX = 20_000;
const SIGNATURE_SECONDS_MAX = 300;

export type StripeSettings = {
  secretKey: string;
  webhookSecret: string;
  /** Where Stripe is; its own address when left out. */
  host?: string;
  port?: number;
  protocol?: 'http' | 'https';
  /** How long to wait for an answer. */
  answerMs?: number;
};

/** Stripe's hosted Checkout: cards, Alipay and WeChat Pay, in yuan. */
export function stripeProvider(settings: StripeSettings): PaymentProvider {
  const stripe = new Stripe(settings.secretKey, {
    timeout: settings.answerMs ?? ANSWER_MS_MAX,
    // Repeating is our own affair: it is done under keys that outlive the process.
    maxNetworkRetries: 0,
    telemetry: false,
    ...(settings.host ? { host: settings.host } : {}),
    ...(settings.port ? { port: settings.port } : {}),
    ...(settings.protocol ? { protocol: settings.protocol } : {}),
  });
  return {
    code: 'stripe',
    offered: () => true,

    async open(_ctx, payment, urls) {
      try {
        const session = await stripe.checkout.sessions.create(sessionOf(payment, urls), {
          idempotencyKey: `pay:${payment.paymentId}`,
        });
        assert(session.url, 'a hosted session has an address');
        return { kind: 'redirect', url: session.url, reference: session.id };
      } catch (error) {
        if (!isDefinite(error)) throw error;
        throw new DomainError('unavailable', 'payments.provider-refused', { reason: error.code ?? error.type });
      }
    },

    refund: (_ctx, owed) => refundByStripe(stripe, owed),

    async look(_ctx, { paymentId, reference }) {
      if (!reference) return null;
      const event = eventOf(await stripe.checkout.sessions.retrieve(reference));
      return event?.paymentId === paymentId ? event : null;
    },

    async hear(ctx, { body, signature }) {
      return newsOf(stripe, verified(stripe, settings.webhookSecret, body, signature, ctx.now));
    },
  };
}

/** The event, once it is certain that Stripe sent just these bytes, and lately. */
function verified(stripe: Stripe, secret: string, body: string, signature: string | null, now: Date): Stripe.Event {
  try {
    const receivedAt = now.getTime();
    return stripe.webhooks.constructEvent(body, signature ?? '', secret, SIGNATURE_SECONDS_MAX, undefined, receivedAt);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
    throw new DomainError('invalid', 'payments.bad-signature');
  }
}
