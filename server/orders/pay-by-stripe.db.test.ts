import { expect, test } from 'vitest';
import { findUnapplied, type Providers, recordPaymentEvent, sendOwedRefunds } from '#server/payments/index.ts';
import { sql } from '#server/platform/index.ts';
import { aPlacedOrder, openWorld, type World } from '#server/testing/index.ts';
import { goToStripe, hearWebhook, providersAt } from '#server/testing/stripe.ts';
import { openStripeStandIn, type StripeStandIn } from '#server/testing/stripe-stand-in/index.ts';
import { applyPayment, askAfterPayments, cancelOrder, checkPayment, getReceipt, type PlacedOrder } from './index.ts';

type Shop = { world: World; standIn: StripeStandIn; providers: Providers; order(): Promise<PlacedOrder> };

async function openShop(packs = 200): Promise<Shop & AsyncDisposable> {
  const world = await openWorld();
  const standIn = await openStripeStandIn({ now: () => world.now });
  const { pack } = await world.jar({ packs });
  return {
    world,
    standIn,
    providers: providersAt(standIn),
    order: () => aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]),
    async [Symbol.asyncDispose]() {
      await standIn[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

async function stateOf({ world }: Shop, order: PlacedOrder): Promise<string> {
  return (await getReceipt(world.system(), order.number, { accessKey: null })).state;
}

async function paymentOf(
  { world }: Shop,
  paymentId: string,
): Promise<{ state: string; events: number; entries: number }> {
  const rows = await world.rows<{ state: string; events: number; entries: number }>(
    sql`select state, (select count(*)::int from payment_event where payment_id = payment.id) as events,
          (select count(*)::int from entry where reference = payment.order_id::text and kind in ('sale', 'unappliable')) as entries
        from payment where id = ${paymentId}`,
  );
  if (!rows[0]) throw new Error('no payment');
  return rows[0];
}

/** What a restarted worker does by itself. */
async function recover({ world, providers }: Shop): Promise<void> {
  for (const id of await findUnapplied(world.system(), world.now)) await applyPayment(world.system(), id);
  await sendOwedRefunds(world.system(), providers);
}

/** Every order of so many webhooks and returns: `ww`, `wr`, `rw`… */
function interleavings(webhooks: number, returns: number): string[] {
  if (webhooks === 0 && returns === 0) return [''];
  return [
    ...(webhooks > 0 ? interleavings(webhooks - 1, returns).map((rest) => `w${rest}`) : []),
    ...(returns > 0 ? interleavings(webhooks, returns - 1).map((rest) => `r${rest}`) : []),
  ];
}

const allOrders = [0, 1, 2].flatMap((webhooks) => [0, 1, 2].flatMap((returns) => interleavings(webhooks, returns)));

/** Plays one interleaving of what happened to a session; says how payment and order stand then. */
async function play(shop: Shop, what: 'paid' | 'later' | 'expired' | 'failed', steps: string) {
  const { world, standIn, providers } = shop;
  const order = await shop.order();
  const { paymentId, sessionId } = await goToStripe(world.visitor(), providers, order);
  const from = standIn.events.length;
  if (what === 'expired') standIn.expire(sessionId);
  else standIn.pay(sessionId, what === 'paid' ? 'paid' : 'later');
  if (what === 'later') standIn.confirm(sessionId, 'succeeded');
  if (what === 'failed') standIn.confirm(sessionId, 'failed');
  const events = standIn.events.slice(from);

  for (const step of steps) {
    if (step === 'r') await checkPayment(world.visitor(), providers, paymentId);
    // Newest first: what happened later is heard earlier.
    else for (const event of [...events].reverse()) await hearWebhook(world.system(), providers, standIn, event);
  }
  return { order: await stateOf(shop, order), ...(await paymentOf(shop, paymentId)) };
}

test('webhook and return, each none, once or twice and in every order, are one payment and one order state', async () => {
  await using shop = await openShop();
  expect(allOrders).toHaveLength(19);

  for (const steps of allOrders) {
    const heard = steps.length > 0;
    const paid = heard
      ? { order: 'paid', state: 'succeeded', events: 1, entries: 1 }
      : { order: 'placed', state: 'started', events: 0, entries: 0 };
    expect([steps, await play(shop, 'paid', steps)]).toEqual([steps, paid]);
    expect([steps, await play(shop, 'later', steps)]).toEqual([steps, paid]);

    const over = heard
      ? { order: 'placed', state: 'failed', events: 1, entries: 0 }
      : { order: 'placed', state: 'started', events: 0, entries: 0 };
    expect([steps, await play(shop, 'expired', steps)]).toEqual([steps, over]);
    // That it failed later, only a webhook says: the session itself stays complete and unpaid.
    const failed = steps.includes('w') ? over : { order: 'placed', state: 'started', events: 0, entries: 0 };
    expect([steps, await play(shop, 'failed', steps)]).toEqual([steps, failed]);
  }
  expect(await shop.world.brokenProofs()).toEqual([]);
}, 120_000);

test('webhook and return at the same instant are one payment', async () => {
  await using shop = await openShop();
  const { world, standIn, providers } = shop;
  const order = await shop.order();
  const { paymentId, sessionId } = await goToStripe(world.visitor(), providers, order);
  standIn.pay(sessionId);
  const [event] = standIn.events;
  if (!event) throw new Error('nothing happened');

  await Promise.all([
    hearWebhook(world.system(), providers, standIn, event),
    checkPayment(world.visitor(), providers, paymentId),
    hearWebhook(world.system(), providers, standIn, event),
    checkPayment(world.visitor(), providers, paymentId),
  ]);

  expect(await stateOf(shop, order)).toBe('paid');
  expect(await paymentOf(shop, paymentId)).toEqual({ state: 'succeeded', events: 1, entries: 1 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('who comes back while his payment is on record and his order does not know of it yet, finds the order paid', async () => {
  await using shop = await openShop();
  const { world, standIn, providers } = shop;
  const order = await shop.order();
  const { paymentId, sessionId } = await goToStripe(world.visitor(), providers, order);
  standIn.pay(sessionId);
  const message = standIn.signed(standIn.events.at(-1) as StripeStandIn['events'][number], world.now);
  const news = await providers.of('stripe')?.hear?.(world.system(), message);
  if (news?.kind !== 'payment') throw new Error('the webhook was about no payment');
  await recordPaymentEvent(world.system(), news.event);
  expect(await stateOf(shop, order)).toBe('placed');

  await checkPayment(world.visitor(), providers, paymentId);

  expect(await stateOf(shop, order)).toBe('paid');
  expect(await paymentOf(shop, paymentId)).toEqual({ state: 'succeeded', events: 1, entries: 1 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('money that crosses the cancelling goes back through Stripe, once, whatever Stripe answers', async () => {
  await using shop = await openShop();
  const { world, standIn, providers } = shop;
  for (const does of ['error-before', 'error-after', 'reset-before', 'reset-after', 'busy'] as const) {
    const order = await shop.order();
    const { paymentId, sessionId } = await goToStripe(world.visitor(), providers, order);
    standIn.pay(sessionId);
    await cancelOrder(world.visitor(), order.number, { accessKey: order.accessKey });
    standIn.faults.add({ on: 'POST /v1/refunds', does });
    await hearWebhook(world.system(), providers, standIn, standIn.events.at(-1) as StripeStandIn['events'][number]);
    if (does === 'error-before') standIn.forgetKeys();
    world.later(2);
    await recover(shop);

    expect([does, (await paymentOf(shop, paymentId)).state]).toEqual([does, 'refunded']);
    expect([does, standIn.balance()]).toEqual([does, 0]);
  }
  expect(standIn.refunds()).toHaveLength(5);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a refund that fails later is owed again; late word of its success changes nothing', async () => {
  await using shop = await openShop();
  const { world, standIn, providers } = shop;
  const order = await shop.order();
  const { paymentId, sessionId } = await goToStripe(world.visitor(), providers, order);
  standIn.pay(sessionId);
  await cancelOrder(world.visitor(), order.number, { accessKey: order.accessKey });
  standIn.refundsBecome('pending');
  await checkPayment(world.visitor(), providers, paymentId);
  const [refund] = standIn.refunds();
  expect((await paymentOf(shop, paymentId)).state).toBe('succeeded');

  standIn.settleRefund(refund?.id ?? '', 'succeeded');
  const succeeded = standIn.events.at(-1) as StripeStandIn['events'][number];
  await hearWebhook(world.system(), providers, standIn, succeeded);
  expect((await paymentOf(shop, paymentId)).state).toBe('refunded');

  standIn.settleRefund(refund?.id ?? '', 'failed');
  await hearWebhook(world.system(), providers, standIn, standIn.events.at(-1) as StripeStandIn['events'][number]);
  await hearWebhook(world.system(), providers, standIn, succeeded);

  expect((await paymentOf(shop, paymentId)).state).toBe('succeeded');
  const rows = await world.rows(sql`select state, last_error from payment_refund`);
  expect(rows).toEqual([{ state: 'failed', last_error: 'expired_or_canceled_card' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a dispute is recorded with its end, in whichever order it is heard', async () => {
  await using shop = await openShop();
  const { world, standIn, providers } = shop;
  const order = await shop.order();
  const { paymentId, sessionId } = await goToStripe(world.visitor(), providers, order);
  standIn.pay(sessionId);
  await checkPayment(world.visitor(), providers, paymentId);
  const dispute = standIn.dispute(standIn.intents()[0]?.id ?? '');
  standIn.closeDispute(dispute, 'lost');

  const [opened, closed] = standIn.events.slice(-2);
  for (const event of [closed, opened, closed]) {
    if (event) await hearWebhook(world.system(), providers, standIn, event);
  }

  const rows = await world.rows(
    sql`select status, amount_fen, reason, closed_at is not null as over from payment_dispute`,
  );
  expect(rows).toEqual([{ status: 'lost', amount_fen: 5100, reason: 'product_not_received', over: true }]);
});

test('a webhook that Stripe did not sign says nothing', async () => {
  await using shop = await openShop();
  const { world, standIn, providers } = shop;
  const order = await shop.order();
  const { sessionId } = await goToStripe(world.visitor(), providers, order);
  standIn.pay(sessionId);
  const { body, signature } = standIn.signed(standIn.events[0] as StripeStandIn['events'][number]);

  const changed = providers.of('stripe')?.hear?.(world.system(), { body: body.replace('5100', '1'), signature });
  await expect(changed).rejects.toMatchObject({ kind: 'invalid', code: 'payments.bad-signature' });
  const unsigned = providers.of('stripe')?.hear?.(world.system(), { body, signature: null });
  await expect(unsigned).rejects.toMatchObject({ code: 'payments.bad-signature' });
  expect(await stateOf(shop, order)).toBe('placed');
});

test('going to pay again leads to the same page while it is open, and to a new one when it is not', async () => {
  await using shop = await openShop();
  const { world, standIn, providers } = shop;
  const order = await shop.order();
  const first = await goToStripe(world.visitor(), providers, order);
  const second = await goToStripe(world.visitor(), providers, order);
  standIn.expire(first.sessionId);
  const third = await goToStripe(world.visitor(), providers, order);

  expect(second).toEqual(first);
  expect(third.paymentId).not.toBe(first.paymentId);
  standIn.pay(third.sessionId);
  await expect(goToStripe(world.visitor(), providers, order)).rejects.toMatchObject({ code: 'orders.not-payable' });
  expect(await stateOf(shop, order)).toBe('paid');
});

test('a Stripe that does not answer is said so, and the next try is a new one', async () => {
  await using shop = await openShop();
  const { world, standIn, providers } = shop;
  const order = await shop.order();
  standIn.faults.add({ on: 'POST /v1/checkout/sessions', does: 'error-after' });

  await expect(goToStripe(world.visitor(), providers, order)).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'payments.provider-silent',
  });
  const { sessionId, paymentId } = await goToStripe(world.visitor(), providers, order);
  standIn.pay(sessionId);
  await checkPayment(world.visitor(), providers, paymentId);

  expect(await stateOf(shop, order)).toBe('paid');
  expect(await world.brokenProofs()).toEqual([]);
});

test('a payment no webhook told of and no browser came back from is asked after', async () => {
  await using shop = await openShop();
  const { world, standIn, providers } = shop;
  const [paid, open] = [await shop.order(), await shop.order()];
  const first = await goToStripe(world.visitor(), providers, paid);
  await goToStripe(world.visitor(), providers, open);
  standIn.pay(first.sessionId);

  expect(await askAfterPayments(world.system(), providers)).toBe(0);
  world.later(11);
  expect(await askAfterPayments(world.system(), providers)).toBe(2);
  expect(await askAfterPayments(world.system(), providers)).toBe(1);

  expect([await stateOf(shop, paid), await stateOf(shop, open)]).toEqual(['paid', 'placed']);
});
