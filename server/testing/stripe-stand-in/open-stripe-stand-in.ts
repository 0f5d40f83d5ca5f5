import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import type { SignedMessage, StripeSettings } from '#server/payments/index.ts';
import { openBooks } from './books.ts';
import { closeDispute, disputeIntent } from './disputes.ts';
import { openFaults } from './faults.ts';
import { listen } from './listen.ts';
import { refundedOf, settleRefund } from './refunds.ts';
import { expireSession, getSession, paySession, settleLater } from './sessions.ts';

const SECRET_KEY = 'sk_test_standin';
const WEBHOOK_SECRET = 'whsec_standin';
const ANSWER_MS = 2_000;

type Wish = {
  /** The clock it goes by; the real one when left out. */
  now?: () => Date;
  port?: number;
  /** Where each event is delivered as it happens, such as `http://127.0.0.1:3000/webhooks/stripe`; kept only when left out. */
  webhookUrl?: string;
};

/**
 * A Stripe of our own for tests and scenarios, as strict as the real one: what it does not know it refuses, it remembers
 * what it was told, answers the same key the same, and signs what it says. Close it when done.
 */
export async function openStripeStandIn({ now = () => new Date(), port = 0, webhookUrl }: Wish = {}) {
  const books = openBooks(now);
  const faults = openFaults();
  const server = createServer((request, response) => {
    listen({ books, faults, secretKey: SECRET_KEY }, request, response).catch((error) => response.destroy(error));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  const deliveries: Promise<unknown>[] = [];
  if (webhookUrl) books.onEvent = (event) => void deliveries.push(deliver(event, webhookUrl));

  /** The very bytes Stripe would send for an event, signed with its real scheme. */
  function signed(event: Stripe.Event, at: Date = now()): SignedMessage {
    const body = JSON.stringify(event, null, 2);
    const timestamp = Math.floor(at.getTime() / 1000);
    const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret: WEBHOOK_SECRET, timestamp });
    return { body, signature };
  }

  async function deliver(event: Stripe.Event, url: string): Promise<number> {
    const { body, signature } = signed(event);
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature ?? '' };
    return (await fetch(url, { method: 'POST', body, headers })).status;
  }

  return {
    port: bound,
    origin: `http://127.0.0.1:${bound}`,
    settings: {
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      host: '127.0.0.1',
      port: bound,
      protocol: 'http',
      answerMs: ANSWER_MS,
    } satisfies StripeSettings,
    /** The same as environment variables, for a process of its own. */
    env: {
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_HOST: '127.0.0.1',
      STRIPE_PORT: String(bound),
      STRIPE_PROTOCOL: 'http',
    },
    events: books.events,
    faults,
    signed,
    deliver,
    /** Waits until everything said so far has been delivered. */
    delivered: () => Promise.allSettled(deliveries),
    session: (id: string) => getSession(books, id),
    pay: (id: string, how: 'paid' | 'later' = 'paid') => paySession(books, id, how),
    confirm: (id: string, outcome: 'succeeded' | 'failed') => settleLater(books, id, outcome),
    expire: (id: string) => expireSession(books, id),
    dispute: (intentId: string, reason?: string) => disputeIntent(books, intentId, reason),
    closeDispute: (dispute: Stripe.Dispute, status: 'won' | 'lost') => closeDispute(books, dispute, status),
    refundsBecome: (status: 'succeeded' | 'pending'): void => {
      books.refundsBecome = status;
    },
    settleRefund: (id: string, status: 'succeeded' | 'failed') => settleRefund(books, id, status),
    refunds: () => [...books.refunds.values()],
    intents: () => [...books.intents.values()],
    /** What it holds for us: all that came in less all that went back. */
    balance: () =>
      [...books.intents.values()].reduce(
        (sum, { id, amount_received }) => sum + amount_received - refundedOf(books, id),
        0,
      ),
    forgetKeys: () => books.answers.clear(),
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type StripeStandIn = Awaited<ReturnType<typeof openStripeStandIn>>;
