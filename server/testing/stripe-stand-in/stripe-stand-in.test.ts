import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { openStripeStandIn, type StripeStandIn } from './index.ts';

const NOON = new Date('2026-06-01T04:00:00Z');
const seconds = (minutes: number) => Math.floor(NOON.getTime() / 1000) + minutes * 60;

const wanted: Stripe.Checkout.SessionCreateParams = {
  mode: 'payment',
  allowed_payment_method_types: ['card', 'alipay', 'wechat_pay'],
  payment_method_options: { wechat_pay: { client: 'web' } },
  line_items: [{ quantity: 1, price_data: { currency: 'cny', unit_amount: 5100, product_data: { name: 'Honey' } } }],
  client_reference_id: 'payment-1',
  metadata: { payment: 'payment-1' },
  success_url: 'http://shop/done',
  cancel_url: 'http://shop/order',
  expires_at: seconds(45),
};

function clientOf({ settings }: StripeStandIn, secretKey = settings.secretKey): Stripe {
  const { host, port, protocol, answerMs } = settings;
  return new Stripe(secretKey, { host, port, protocol, timeout: answerMs, maxNetworkRetries: 0, telemetry: false });
}

async function opened() {
  const standIn = await openStripeStandIn({ now: () => NOON });
  return { standIn, stripe: clientOf(standIn), [Symbol.asyncDispose]: () => standIn[Symbol.asyncDispose]() };
}

/** A session that was paid, and its payment intent. */
async function paid({ standIn, stripe }: Awaited<ReturnType<typeof opened>>) {
  const { id } = await stripe.checkout.sessions.create(wanted);
  return String(standIn.pay(id).payment_intent);
}

test('a parameter Stripe does not know, or misses, is refused by its name', async () => {
  await using here = await opened();
  const create = (params: object) => here.stripe.checkout.sessions.create(params as never);
  const { mode: _, ...withoutMode } = wanted;

  await expect(create({ ...wanted, sucess_url: 'http://shop' })).rejects.toMatchObject({
    statusCode: 400,
    rawType: 'invalid_request_error',
    code: 'parameter_unknown',
    param: 'sucess_url',
  });
  await expect(create({ ...wanted, payment_method_types: ['card'] })).rejects.toMatchObject({
    code: 'parameter_unknown',
    param: 'payment_method_types',
  });
  await expect(create(withoutMode)).rejects.toMatchObject({ code: 'parameter_missing', param: 'mode' });
  const item = { quantity: 1, price_data: { currency: 'cny', unit_amount: 5100 } };
  await expect(create({ ...wanted, line_items: [item] })).rejects.toMatchObject({
    code: 'parameter_missing',
    param: 'line_items[0][price_data][product_data]',
  });
  await expect(create({ ...wanted, payment_method_options: {} })).rejects.toMatchObject({
    code: 'parameter_missing',
    param: 'payment_method_options[wechat_pay][client]',
  });
  await expect(create({ ...wanted, expires_at: seconds(29) })).rejects.toMatchObject({ param: 'expires_at' });
  await expect(here.stripe.refunds.create({ amount: 1 })).rejects.toMatchObject({ param: 'payment_intent' });
});

test('who has no key, asks for what is not there, or in the wrong way, gets nothing', async () => {
  await using here = await opened();

  await expect(clientOf(here.standIn, 'sk_test_wrong').refunds.list()).rejects.toMatchObject({ statusCode: 401 });
  await expect(here.stripe.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  });
  await expect(here.stripe.customers.list()).rejects.toMatchObject({ statusCode: 404 });
  const put = await fetch(`${here.standIn.origin}/v1/refunds`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${here.standIn.settings.secretKey}` },
  });
  expect(put.status).toBe(404);
});

test('the same key gets the same answer, and another question under it is refused', async () => {
  await using here = await opened();
  const key = { idempotencyKey: 'once' };

  const first = await here.stripe.checkout.sessions.create(wanted, key);
  const second = await here.stripe.checkout.sessions.create(wanted, key);
  const other = here.stripe.checkout.sessions.create({ ...wanted, locale: 'en' }, key);

  expect(second.id).toBe(first.id);
  await expect(other).rejects.toMatchObject({ statusCode: 400, rawType: 'idempotency_error' });
});

test('a session is paid once, expires once, and is nothing else afterwards', async () => {
  await using here = await opened();
  const [one, two] = [
    await here.stripe.checkout.sessions.create(wanted),
    await here.stripe.checkout.sessions.create(wanted),
  ];

  here.standIn.pay(one.id);
  await here.stripe.checkout.sessions.expire(two.id);

  expect(() => here.standIn.pay(one.id)).toThrow();
  expect(() => here.standIn.pay(two.id)).toThrow();
  expect(await here.stripe.checkout.sessions.retrieve(one.id)).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    amount_total: 5100,
  });
  expect(here.standIn.events.map(({ type }) => type)).toEqual([
    'checkout.session.completed',
    'checkout.session.expired',
  ]);
});

test('no more goes back than came in, in parts or whole', async () => {
  await using here = await opened();
  const payment_intent = await paid(here);
  const refund = (amount?: number) => here.stripe.refunds.create({ payment_intent, ...(amount ? { amount } : {}) });

  await refund(5000);
  await expect(refund(101)).rejects.toMatchObject({ statusCode: 400, param: 'amount' });
  expect((await refund()).amount).toBe(100);
  await expect(refund(1)).rejects.toMatchObject({ code: 'charge_already_refunded' });

  expect(here.standIn.balance()).toBe(0);
  expect((await here.stripe.refunds.list({ payment_intent })).data).toHaveLength(2);
});

test('its webhooks are signed as Stripe signs: a changed byte, another secret or an old stamp is found out', async () => {
  await using here = await opened();
  await paid(here);
  const [event] = here.standIn.events;
  const { body, signature } = here.standIn.signed(event as Stripe.Event);
  const { webhookSecret } = here.standIn.settings;
  const read = (text: string, secret: string, at = NOON) =>
    here.stripe.webhooks.constructEvent(text, signature ?? '', secret, 300, undefined, at.getTime());

  expect(read(body, webhookSecret).id).toBe(event?.id);
  expect(() => read(body.replace('5100', '1'), webhookSecret)).toThrow();
  expect(() => read(body, 'whsec_other')).toThrow();
  expect(() => read(body, webhookSecret, new Date(NOON.getTime() + 301_000))).toThrow();
});

test('an error before the effect has none; one after it is repeated under its key, and the effect is there', async () => {
  await using here = await opened();
  const payment_intent = await paid(here);
  const refund = (idempotencyKey: string) =>
    here.stripe.refunds.create({ payment_intent, amount: 100 }, { idempotencyKey });

  here.standIn.faults.add({ on: 'POST /v1/refunds', does: 'error-before' });
  await expect(refund('one')).rejects.toMatchObject({ statusCode: 500 });
  expect(here.standIn.refunds()).toHaveLength(0);
  await refund('one');

  here.standIn.faults.add({ on: 'POST /v1/refunds', does: 'error-after' });
  await expect(refund('two')).rejects.toMatchObject({ statusCode: 500 });
  await expect(refund('two')).rejects.toMatchObject({ statusCode: 500 });
  expect(here.standIn.refunds()).toHaveLength(2);
});

test('a connection may break or an answer come too late', async () => {
  await using here = await opened();
  const payment_intent = await paid(here);
  const quick = { timeout: 100, idempotencyKey: 'slow' };

  here.standIn.faults.add({ on: 'POST /v1/refunds', does: 'slow', ms: 400 });
  await expect(here.stripe.refunds.create({ payment_intent, amount: 100 }, quick)).rejects.toThrow();
  expect(here.standIn.refunds()).toHaveLength(1);
  here.standIn.faults.add({ on: 'POST /v1/refunds', does: 'reset-before' });
  here.standIn.faults.add({ on: 'POST /v1/refunds', does: 'reset-before' });
  await expect(here.stripe.refunds.create({ payment_intent, amount: 100 })).rejects.toThrow();
  expect(here.standIn.refunds()).toHaveLength(1);
});

test('a browser pays on its page, which says what it is, and is sent back with the session in the address', async () => {
  await using here = await opened();
  const session = await here.stripe.checkout.sessions.create({
    ...wanted,
    success_url: 'http://shop/done?session={CHECKOUT_SESSION_ID}',
  });
  const page = await (await fetch(session.url ?? '')).text();

  const back = await fetch(session.url ?? '', {
    method: 'POST',
    body: new URLSearchParams({ outcome: 'paid' }),
    redirect: 'manual',
  });

  expect(page).toContain('Stand-in');
  expect(page).toContain('¥51.00');
  expect([back.status, back.headers.get('location')]).toEqual([303, `http://shop/done?session=${session.id}`]);
  expect(here.standIn.session(session.id).payment_status).toBe('paid');
});
