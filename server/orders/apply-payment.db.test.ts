import { expect, test } from 'vitest';
import { deliverParcel, shipParcel } from '#server/fulfilment/index.ts';
import {
  findUnapplied,
  type Payment,
  type PaymentEvent,
  recordPaymentEvent,
  registerProviders,
  sandbox,
} from '#server/payments/index.ts';
import { sql } from '#server/platform/index.ts';
import { aPaidOrder, aPlacedOrder, openWorld, pay, type World } from '#server/testing/index.ts';
import {
  applyPayment,
  cancelOrder,
  getReceipt,
  lapseOrders,
  type PlacedOrder,
  receivePaymentEvent,
  startPayment,
} from './index.ts';

const BROUGHT = { courier: 'SELF', trackingNumber: '' } as const;
const HOLD_MINUTES = 15;

function begin(world: World, order: PlacedOrder, provider = 'sandbox'): Promise<Payment> {
  return startPayment(world.visitor(), order.number, { accessKey: order.accessKey }, provider);
}

function succeeded(payment: Payment, eventId: string): PaymentEvent {
  return { provider: payment.provider, eventId, paymentId: payment.id, kind: 'succeeded' };
}

async function stateOf(world: World, order: PlacedOrder): Promise<string> {
  return (await getReceipt(world.system(), order.number, { accessKey: null })).state;
}

function paymentsOf(world: World, order: PlacedOrder): Promise<{ provider: string; state: string }[]> {
  return world.rows(sql`select provider, state from payment where order_id = ${order.id} order by provider desc`);
}

/** The sums of an order's postings by kind of account, without those that cancel each other out. */
async function bookedFor(world: World, order: PlacedOrder): Promise<Record<string, number>> {
  const rows = await world.rows<{ kind: string; fen: number }>(
    sql`select account.kind, sum(posting.amount)::bigint as fen
        from entry join posting on posting.entry_id = entry.id join account on account.id = posting.account_id
        where entry.reference = ${order.id} group by account.kind having sum(posting.amount) <> 0`,
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row.fen]));
}

/** One jar at 45.00: 25.00 to the household, 2.00 packing, 1.35 platform, 16.65 seller, 6.00 freight. */
const oneJarBooked = {
  clearing: 5100,
  'household-earned': -2500,
  'seller-earned': -1665,
  packing: -200,
  'platform-fee': -135,
  freight: -600,
};

test('a payment heard any number of times, by webhook or by return, is paid once; never heard, never', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 9 });

  for (const [webhooks, returns] of [0, 1, 2].flatMap((many) => [0, 1, 2].map((times) => [many, times] as const))) {
    const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
    const payment = await begin(world, order);
    const events = [...Array(webhooks).fill('webhook'), ...Array(returns).fill('return')];
    for (const by of events) await receivePaymentEvent(world.system(), succeeded(payment, `${by} ${order.number}`));

    const isPaid = events.length > 0;
    expect(await stateOf(world, order)).toBe(isPaid ? 'paid' : 'placed');
    expect(await bookedFor(world, order)).toEqual(isPaid ? oneJarBooked : {});
    expect(await paymentsOf(world, order)).toEqual([{ provider: 'sandbox', state: isPaid ? 'succeeded' : 'started' }]);
  }

  expect(await world.poolOf(seller, produce)).toMatchObject({ on_hand: 4500, held: 500, promised: 4000 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('webhook and return at the same instant are one payment', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 5 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const payment = await begin(world, order);

  const outcomes = await world.raceFor(
    await world.poolOf(seller, produce),
    () => receivePaymentEvent(world.system(), succeeded(payment, 'webhook-1')),
    () => receivePaymentEvent(world.system(), succeeded(payment, 'return-1')),
  );

  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await bookedFor(world, order)).toEqual(oneJarBooked);
  expect(await world.poolOf(seller, produce)).toMatchObject({ held: 0, promised: 500 });
  const moves = await world.rows(sql`select to_state from order_move where order_id = ${order.id} order by seq`);
  expect(moves).toEqual([{ to_state: 'placed' }, { to_state: 'paid' }]);
  expect(await paymentsOf(world, order)).toEqual([{ provider: 'sandbox', state: 'succeeded' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('money that comes after the hold ran out takes the goods again, if they are there', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 5 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const payment = await begin(world, order);
  world.later(HOLD_MINUTES + 1);
  await lapseOrders(world.system());

  await receivePaymentEvent(world.system(), succeeded(payment, 'late'));

  expect(await stateOf(world, order)).toBe('paid');
  expect(await bookedFor(world, order)).toEqual(oneJarBooked);
  expect(await world.poolOf(seller, produce)).toMatchObject({ held: 0, promised: 500, available: 2000 });
  await shipParcel(world.clerk(seller), `${order.number}-1`, BROUGHT);
  expect(await world.brokenProofs()).toEqual([]);
});

test('money that comes after the goods have gone to another goes back by itself', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 1 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const payment = await begin(world, order);
  world.later(HOLD_MINUTES + 1);
  const other = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  await pay(world, other);

  await receivePaymentEvent(world.system(), succeeded(payment, 'late'));
  await receivePaymentEvent(world.system(), succeeded(payment, 'late'));

  expect(await stateOf(world, order)).toBe('lapsed');
  expect(await paymentsOf(world, order)).toEqual([{ provider: 'sandbox', state: 'refunded' }]);
  expect(await bookedFor(world, order)).toEqual({});
  expect(await world.poolOf(seller, produce)).toMatchObject({ on_hand: 500, promised: 500, available: 0 });
  const kinds = await world.rows(sql`select kind from entry where reference = ${order.id} order by id`);
  expect(new Set(kinds.map((entry) => (entry as { kind: string }).kind))).toEqual(
    new Set(['unappliable', 'refund-sent']),
  );
  const news = await world.rows(
    sql`select payload ->> 'because' as because from outbox where topic = 'payment.refunded'`,
  );
  expect(news).toEqual([{ because: 'lapsed' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('an order paid twice keeps the first payment and sends the second back', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const first = await begin(world, order, 'sandbox');
  const second = await begin(world, order, 'other-bank');

  const otherBank = registerProviders([{ ...sandbox, code: 'other-bank' }], ['other-bank']);
  await receivePaymentEvent(world.system(), succeeded(first, 'one'), otherBank);
  await receivePaymentEvent(world.system(), succeeded(second, 'two'), otherBank);

  expect(await stateOf(world, order)).toBe('paid');
  expect(await paymentsOf(world, order)).toEqual([
    { provider: 'sandbox', state: 'succeeded' },
    { provider: 'other-bank', state: 'refunded' },
  ]);
  expect(await bookedFor(world, order)).toEqual(oneJarBooked);
  expect(await world.brokenProofs()).toEqual([]);
});

test('money for an order taken back goes back, and its goods stay on the shelf', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 5 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const payment = await begin(world, order);
  await cancelOrder(world.visitor(), order.number, { accessKey: order.accessKey });

  await receivePaymentEvent(world.system(), succeeded(payment, 'crossed'));

  expect(await stateOf(world, order)).toBe('cancelled');
  expect(await paymentsOf(world, order)).toEqual([{ provider: 'sandbox', state: 'refunded' }]);
  expect(await world.poolOf(seller, produce)).toMatchObject({ held: 0, available: 2500 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('word of a failure after the money came changes nothing, and before it does not stand in its way', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const payment = await begin(world, order);
  const failed = (eventId: string): PaymentEvent => ({ ...succeeded(payment, eventId), kind: 'failed' });

  await receivePaymentEvent(world.system(), failed('no-1'));
  expect(await stateOf(world, order)).toBe('placed');
  await receivePaymentEvent(world.system(), succeeded(payment, 'yes'));
  await receivePaymentEvent(world.system(), failed('no-2'));

  expect(await stateOf(world, order)).toBe('paid');
  expect(await paymentsOf(world, order)).toEqual([{ provider: 'sandbox', state: 'succeeded' }]);
});

test('a payment on record that a crash kept from its order is found and applied later', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const payment = await begin(world, order);
  await recordPaymentEvent(world.system(), succeeded(payment, 'heard'));
  world.later(HOLD_MINUTES - 1);

  expect((await world.brokenProofs()).map((proof) => proof.name)).toEqual(['payments.all-applied']);
  const [unapplied] = await findUnapplied(world.system(), world.now);
  const applied = await applyPayment(world.system(), unapplied ?? '');

  expect(applied).toBe('paid');
  expect(await applyPayment(world.system(), payment.id)).toBe('already');
  expect(await stateOf(world, order)).toBe('paid');
  expect(await world.brokenProofs()).toEqual([]);
});

test('only the system hears from providers, and only from the one that was asked', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const payment = await begin(world, order);

  const byVisitor = receivePaymentEvent(world.visitor(), succeeded(payment, 'mine'));
  const byOther = receivePaymentEvent(world.system(), { ...succeeded(payment, 'theirs'), provider: 'other-bank' });

  await expect(byVisitor).rejects.toMatchObject({ code: 'access.denied' });
  await expect(byOther).rejects.toMatchObject({ code: 'payments.unknown' });
  expect(await stateOf(world, order)).toBe('placed');
});

test('many small sales earn a household one rounding of the whole, in the ledger as on its share', async () => {
  await using world = await openWorld();
  const seller = await world.seller();
  const household = await world.household();
  const produce = await world.produce();
  // 333 g at 39.99 yuan a kilo are 13.31667: seven sales rounded one by one would be two fen too many.
  const pack = await world.pack(seller, [{ produce, quantity: 333 }], { price: 4500 });
  await world.lot(seller, produce, [{ household, quantity: 3330, agreedPrice: 3999 }]);

  for (let sold = 0; sold < 7; sold += 1) {
    await pay(world, await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]));
  }

  const [share] = await world.rows(sql`select earned_quantity, earned_fen from share`);
  expect(share).toEqual({ earned_quantity: 2331, earned_fen: 9322 });
  const [booked] = await world.rows(
    sql`select -sum(amount)::bigint as fen from posting join account on account.id = posting.account_id
        where account.owner_id = ${household.id}`,
  );
  expect(booked).toEqual({ fen: 9322 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('two parcels are shipped each by its own seller, and the last one delivered completes the order', async () => {
  await using world = await openWorld();
  const [honey, tea] = [await world.jar({ packs: 5 }), await world.jar({ packs: 5 })];
  const order = await aPlacedOrder(world.visitor(), [
    { pack: honey.pack.code, count: 1 },
    { pack: tea.pack.code, count: 2 },
  ]);
  await pay(world, order);

  await expect(shipParcel(world.clerk(tea.seller), `${order.number}-1`, BROUGHT)).rejects.toMatchObject({
    code: 'access.denied',
  });
  await shipParcel(world.clerk(honey.seller), `${order.number}-1`, BROUGHT);
  await shipParcel(world.clerk(tea.seller), `${order.number}-2`, BROUGHT);
  await expect(shipParcel(world.clerk(tea.seller), `${order.number}-2`, BROUGHT)).rejects.toMatchObject({
    code: 'machine.wrong-state',
  });
  await deliverParcel(world.clerk(honey.seller), `${order.number}-1`);
  expect(await stateOf(world, order)).toBe('paid');
  await deliverParcel(world.clerk(tea.seller), `${order.number}-2`);

  expect(await stateOf(world, order)).toBe('completed');
  expect(await world.poolOf(honey.seller, honey.produce)).toMatchObject({ on_hand: 2000, promised: 0 });
  expect(await world.poolOf(tea.seller, tea.produce)).toMatchObject({ on_hand: 1500, promised: 0 });
  const movements = await world.rows(sql`select delta from movement where reason = 'sale' order by id`);
  expect(movements).toEqual([{ delta: -500 }, { delta: -1000 }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a paid order is not taken back as if it were unpaid: its goods stay promised and its money stays booked', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 2 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);

  const taken = cancelOrder(world.visitor(), order.number, { accessKey: order.accessKey });

  await expect(taken).rejects.toMatchObject({ kind: 'conflict', code: 'machine.wrong-state' });
  expect(await stateOf(world, order)).toBe('paid');
  expect(await world.poolOf(seller, produce)).toMatchObject({ held: 0, promised: 500 });
  expect(await world.brokenProofs()).toEqual([]);
});
