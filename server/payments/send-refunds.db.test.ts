import { expect, test } from 'vitest';
import { fen } from '#server/kernel/money.ts';
import { run, sql, transact } from '#server/platform/index.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import {
  markRefundFailed,
  markRefundSent,
  type OwedRefund,
  openPayment,
  owePaymentRefund,
  type Providers,
  type RefundAnswer,
  recordPaymentEvent,
  registerProviders,
  sandbox,
  sendOwedRefunds,
  sendRefundAnew,
} from './index.ts';

const ORDER = '00000000-0000-7000-8000-000000000001';

/** A payment of 50.00 that came in and is owed back in parts; nothing of an order is needed for that. */
async function owed(world: World, ...parts: number[]) {
  const payment = await transact(world.system(), (tx) => openPayment(tx, ORDER, 'sandbox', fen(5000)));
  await recordPaymentEvent(world.system(), {
    provider: 'sandbox',
    eventId: payment.id,
    paymentId: payment.id,
    kind: 'succeeded',
    reference: 'money-1',
  });
  const ids: string[] = [];
  for (const [index, part] of parts.entries()) {
    const input = { paymentId: payment.id, key: `part ${index}`, amount: fen(part), because: 'test' };
    ids.push((await transact(world.system(), (tx) => owePaymentRefund(tx, input))).id);
  }
  return { payment, ids, first: ids[0] ?? '' };
}

/** A provider that answers as told and remembers what it was asked. */
function answering(...answers: (RefundAnswer | Error)[]) {
  const asked: OwedRefund[] = [];
  const provider = {
    ...sandbox,
    async refund(_ctx: unknown, refund: OwedRefund): Promise<RefundAnswer> {
      asked.push(refund);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error || !answer) throw answer ?? new Error('nothing to answer');
      return answer;
    },
  };
  return { asked, providers: registerProviders([provider], ['sandbox']) satisfies Providers };
}

function refundsOf(world: World) {
  return world.rows<{ state: string; tries: number; error: string | null }>(
    sql`select state, tries, last_error as error from payment_refund order by key`,
  );
}

async function booked(world: World): Promise<number> {
  const [row] = await world.rows<{ fen: number }>(
    sql`select coalesce(sum(amount), 0)::bigint as fen from posting join account on account.id = account_id
        where account.kind = 'buyer-credit'`,
  );
  return row?.fen ?? 0;
}

async function stateOf(world: World, paymentId: string): Promise<unknown> {
  return (await world.rows<{ state: string }>(sql`select state from payment where id = ${paymentId}`))[0]?.state;
}

test('parts go back one by one, and the payment is refunded when all of it has', async () => {
  await using world = await openWorld();
  const { payment, ids } = await owed(world, 2000, 3000);
  const { asked, providers } = answering(
    { outcome: 'sent', reference: 'back-1' },
    { outcome: 'sent', reference: 'back-2' },
  );

  await sendOwedRefunds(world.system(), providers, { refundId: ids[0] ?? '' });
  expect(await stateOf(world, payment.id)).toBe('succeeded');
  await sendOwedRefunds(world.system(), providers);
  await sendOwedRefunds(world.system(), providers);

  expect(asked).toMatchObject([
    { id: ids[0], amount: 2000, reference: 'money-1', round: 1, attempt: 1 },
    { id: ids[1], amount: 3000, reference: 'money-1', round: 1, attempt: 1 },
  ]);
  expect(await stateOf(world, payment.id)).toBe('refunded');
  expect(await booked(world)).toBe(5000);
});

test('a refund nobody answered is asked for again under the same id, after longer and longer pauses', async () => {
  await using world = await openWorld();
  const { ids } = await owed(world, 5000);
  const { asked, providers } = answering(new Error('timeout'), new Error('502'), {
    outcome: 'sent',
    reference: 'back',
  });

  const askedAt: number[] = [];
  for (let minute = 0; minute < 6; minute += 1) {
    if ((await sendOwedRefunds(world.system(), providers)) > 0) askedAt.push(minute);
    world.later(1);
  }

  expect(askedAt).toEqual([0, 1, 3]);
  expect(asked.map(({ id, attempt }) => [id, attempt])).toEqual([1, 2, 3].map((attempt) => [ids[0], attempt]));
  expect(await refundsOf(world)).toEqual([{ state: 'sent', tries: 3, error: null }]);
});

test('a definite no is not asked again; the bookkeeper may send it anew, as a new request', async () => {
  await using world = await openWorld();
  const { first } = await owed(world, 5000);
  const no = answering({ outcome: 'refused', reason: 'charge_disputed' });
  await sendOwedRefunds(world.system(), no.providers);
  world.later(600);
  await sendOwedRefunds(world.system(), no.providers);

  expect(await refundsOf(world)).toEqual([{ state: 'failed', tries: 1, error: 'charge_disputed' }]);
  expect(no.asked).toHaveLength(1);

  const yes = answering({ outcome: 'sent', reference: 'back' });
  await transact(world.system(), (tx) => sendRefundAnew(tx, first));
  await sendOwedRefunds(world.system(), yes.providers);

  expect(yes.asked).toMatchObject([{ id: first, round: 2, attempt: 1 }]);
  expect(await booked(world)).toBe(5000);
});

test('a refund that is on its way is asked after, and counts when it is through', async () => {
  await using world = await openWorld();
  await owed(world, 5000);
  const { asked, providers } = answering(
    { outcome: 'pending', reference: 'on-its-way' },
    { outcome: 'sent', reference: 'on-its-way' },
  );

  await sendOwedRefunds(world.system(), providers);
  expect([await booked(world), (await refundsOf(world))[0]?.state]).toEqual([0, 'sending']);
  world.later(16);
  await sendOwedRefunds(world.system(), providers);

  expect(asked.map(({ refundReference }) => refundReference)).toEqual([null, 'on-its-way']);
  expect([await booked(world), (await refundsOf(world))[0]?.state]).toEqual([5000, 'sent']);
});

test('money that was sent and came back to the provider is owed again, and sent anew is booked once more', async () => {
  await using world = await openWorld();
  const { payment, first } = await owed(world, 5000);
  const { providers } = answering({ outcome: 'sent', reference: 'back-1' }, { outcome: 'sent', reference: 'back-2' });
  await sendOwedRefunds(world.system(), providers);

  await transact(world.system(), (tx) => markRefundFailed(tx, first, 'account closed'));
  await transact(world.system(), (tx) => markRefundFailed(tx, first, 'account closed'));

  expect([await booked(world), await stateOf(world, payment.id)]).toEqual([0, 'succeeded']);
  await transact(world.system(), (tx) => sendRefundAnew(tx, first));
  await sendOwedRefunds(world.system(), providers);
  expect([await booked(world), await stateOf(world, payment.id)]).toEqual([5000, 'refunded']);
});

test('what no provider can send waits for a person, who says how he sent it', async () => {
  await using world = await openWorld();
  const { first } = await owed(world, 5000);
  const { providers } = answering({ outcome: 'by-hand' });
  await sendOwedRefunds(world.system(), providers);
  world.later(600);
  await sendOwedRefunds(world.system(), providers);
  expect(await refundsOf(world)).toMatchObject([{ state: 'by-hand', tries: 1 }]);

  const by = { reference: 'bank slip 77', evidence: 'paid at the counter' };
  await transact(world.system(), (tx) => markRefundSent(tx, first, by));
  const again = await transact(world.system(), (tx) => markRefundSent(tx, first, by));

  expect(again).toBe('already');
  expect(await booked(world)).toBe(5000);
});

test('of two senders at once, one asks; one that dies in the middle is followed by another with the same id', async () => {
  await using world = await openWorld();
  const { first } = await owed(world, 5000);
  const { asked, providers } = answering({ outcome: 'sent', reference: 'back' });
  await Promise.all([1, 2, 3].map(() => sendOwedRefunds(world.system(), providers)));
  expect(asked).toHaveLength(1);

  // As if it had died before it could write down the answer.
  await run(world.system(), sql`alter table payment_refund disable trigger all`);
  await run(
    world.system(),
    sql`update payment_refund set state = 'sending', sent_at = null, provider_reference = null, next_try_at = ${world.now}`,
  );
  await sendOwedRefunds(world.system(), providers);

  expect(asked.map(({ id }) => id)).toEqual([first, first]);
  expect(await booked(world)).toBe(5000);
});

test('money of a provider this installation does not know stays owed', async () => {
  await using world = await openWorld();
  await owed(world, 5000);

  expect(await sendOwedRefunds(world.system(), registerProviders([], []))).toBe(0);
  await expect(sendOwedRefunds(world.visitor(), registerProviders([], []))).rejects.toMatchObject({
    code: 'access.denied',
  });

  expect(await refundsOf(world)).toEqual([{ state: 'due', tries: 0, error: null }]);
});
