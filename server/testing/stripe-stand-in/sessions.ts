import Stripe from 'stripe';
import { type Books, newId, secondsNow, tell } from './books.ts';
import { type CreateSession, checkSession } from './parameters.ts';
import { noSuch, Refusal } from './refusal.ts';

const DAY_SECONDS = 86_400;

export function openSession(books: Books, input: CreateSession, pageOrigin: string): Stripe.Checkout.Session {
  checkSession(input, books.now());
  const total = input.line_items.reduce((sum, item) => sum + item.quantity * item.price_data.unit_amount, 0);
  const id = newId('cs_test');
  const session = { ...unused, ...stated(input) } as Stripe.Checkout.Session;
  Object.assign(session, {
    id,
    amount_subtotal: total,
    amount_total: total,
    currency: 'cny',
    created: secondsNow(books),
    expires_at: input.expires_at ?? secondsNow(books) + DAY_SECONDS,
    url: `${pageOrigin}/c/pay/${id}`,
  } satisfies Partial<Stripe.Checkout.Session>);
  books.sessions.set(id, session);
  // What the intent will carry waits with the session, as it does at Stripe.
  intentMetadata.set(session, input.payment_intent_data?.metadata ?? {});
  return session;
}

const intentMetadata = new WeakMap<Stripe.Checkout.Session, Record<string, string>>();

export function getSession(books: Books, id: string): Stripe.Checkout.Session {
  const session = books.sessions.get(id);
  if (!session) throw noSuch('checkout.session', id);
  if (session.status === 'open' && session.expires_at <= secondsNow(books)) expire(books, session);
  return session;
}

export function getIntent(books: Books, id: string): Stripe.PaymentIntent {
  const intent = books.intents.get(id);
  if (!intent) throw noSuch('payment_intent', id);
  return intent;
}

/** The buyer pays: `paid` at once as cards do, `later` as ways that are only confirmed in a while. */
export function paySession(books: Books, id: string, how: 'paid' | 'later'): Stripe.Checkout.Session {
  const session = openOnly(getSession(books, id));
  const intent = openIntent(books, session, how === 'paid' ? 'succeeded' : 'processing');
  const payment_status = how === 'paid' ? 'paid' : 'unpaid';
  Object.assign(session, { status: 'complete', payment_intent: intent.id, payment_status, url: null });
  tell(books, 'checkout.session.completed', session, Stripe.API_VERSION);
  return session;
}

/** What was to be confirmed later is. */
export function settleLater(books: Books, id: string, outcome: 'succeeded' | 'failed'): void {
  const session = getSession(books, id);
  const intent = books.intents.get(String(session.payment_intent));
  if (intent?.status !== 'processing') throw new Refusal(400, 'Nothing of this session is still to be confirmed.');
  if (outcome === 'failed') {
    intent.status = 'requires_payment_method';
    tell(books, 'checkout.session.async_payment_failed', session, Stripe.API_VERSION);
    return;
  }
  Object.assign(intent, { status: 'succeeded', amount_received: intent.amount });
  session.payment_status = 'paid';
  tell(books, 'checkout.session.async_payment_succeeded', session, Stripe.API_VERSION);
}

export function expireSession(books: Books, id: string): Stripe.Checkout.Session {
  const session = openOnly(getSession(books, id));
  expire(books, session);
  return session;
}

function expire(books: Books, session: Stripe.Checkout.Session): void {
  Object.assign(session, { status: 'expired', url: null });
  tell(books, 'checkout.session.expired', session, Stripe.API_VERSION);
}

function openOnly(session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  if (session.status === 'open') return session;
  throw new Refusal(400, `Only Checkout Sessions with a status in ["open"] can be changed; this is ${session.status}.`);
}

function openIntent(books: Books, session: Stripe.Checkout.Session, status: Stripe.PaymentIntent.Status) {
  const amount = session.amount_total ?? 0;
  const intent = {
    id: newId('pi'),
    object: 'payment_intent',
    amount,
    amount_received: status === 'succeeded' ? amount : 0,
    currency: 'cny',
    created: secondsNow(books),
    livemode: false,
    metadata: intentMetadata.get(session) ?? {},
    latest_charge: newId('ch'),
    status,
  } as Stripe.PaymentIntent;
  books.intents.set(intent.id, intent);
  return intent;
}

function stated(input: CreateSession): Partial<Stripe.Checkout.Session> {
  return {
    mode: input.mode,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    payment_method_types: input.allowed_payment_method_types ?? ['card'],
    payment_method_options: (input.payment_method_options ?? {}) as Stripe.Checkout.Session.PaymentMethodOptions,
    client_reference_id: input.client_reference_id ?? null,
    metadata: input.metadata ?? {},
    locale: input.locale ?? null,
    success_url: input.success_url,
    cancel_url: input.cancel_url ?? null,
    customer_email: input.customer_email ?? null,
  };
}

/** What a session has too and no part of this shop uses. */
const unused = {
  object: 'checkout.session',
  livemode: false,
  status: 'open',
  payment_status: 'unpaid',
  payment_intent: null,
  customer: null,
  customer_details: null,
  discounts: null,
  invoice: null,
  setup_intent: null,
  shipping_options: [],
  submit_type: null,
  subscription: null,
  ui_mode: 'hosted_page',
} satisfies Partial<Stripe.Checkout.Session>;
