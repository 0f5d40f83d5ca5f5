import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';

export type StoredAnswer = { request: string; status: number; body: unknown };

/** All the stand-in remembers, as long as it runs. */
export type Books = {
  readonly now: () => Date;
  readonly sessions: Map<string, Stripe.Checkout.Session>;
  readonly intents: Map<string, Stripe.PaymentIntent>;
  readonly refunds: Map<string, Stripe.Refund>;
  readonly answers: Map<string, StoredAnswer>;
  readonly events: Stripe.Event[];
  /** Called with each event as it happens. */
  onEvent: (event: Stripe.Event) => void;
  /** What becomes of the next refunds: at once, pending until told, or refused in the end. */
  refundsBecome: 'succeeded' | 'pending';
};

export function openBooks(now: () => Date): Books {
  return {
    now,
    sessions: new Map(),
    intents: new Map(),
    refunds: new Map(),
    answers: new Map(),
    events: [],
    onEvent: () => {},
    refundsBecome: 'succeeded',
  };
}

export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

export function secondsNow({ now }: Books): number {
  return Math.floor(now().getTime() / 1000);
}

type TypeOf = Stripe.Event['type'];
type ObjectOf<T extends TypeOf> = Extract<Stripe.Event, { type: T }>['data']['object'];

/** Writes down that something happened, with a picture of how it stood at that moment. */
export function tell<T extends TypeOf>(books: Books, type: T, object: ObjectOf<T>, apiVersion: string): Stripe.Event {
  const event = {
    id: newId('evt'),
    object: 'event',
    api_version: apiVersion,
    created: secondsNow(books),
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    data: { object: structuredClone(object) },
  } as Stripe.Event;
  books.events.push(event);
  books.onEvent(event);
  return event;
}
