import { expect, test } from 'vitest';
import { fen } from '#server/kernel/money.ts';
import { registerProviders, sandbox, sendOwedRefunds } from '#server/payments/index.ts';
import { run, sql } from '#server/platform/index.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { SendAnew } from './contract.ts';
import {
  findDisputes,
  findPaymentRefunds,
  findRefundWaiting,
  getPaymentRefund,
  sendFailedRefundAnew,
} from './index.ts';
import { book, threeJars } from './refund.factory.ts';

const because = SendAnew.parse({ reason: '买家换了银行卡' });
const refusing = registerProviders(
  [{ ...sandbox, refund: async () => ({ outcome: 'refused' as const, reason: 'expired_or_canceled_card' }) }],
  ['sandbox'],
);
const sending = registerProviders([sandbox], ['sandbox']);

/** A jar went back and its provider would not send the money. */
async function aFailedRefund(world: World) {
  const { order, line } = await threeJars(world);
  await book(world, line, { lines: [{ lineId: line.id, count: 1 }] });
  await sendOwedRefunds(world.system(), refusing);
  const { rows } = await findPaymentRefunds(world.bookkeeper(), { filter: 'failed', page: 1 });
  return { order, id: rows[0]?.id ?? '' };
}

test('a refund its provider refused is listed with what it said, sent anew with a reason, and leaves', async () => {
  await using world = await openWorld();
  const { order, id } = await aFailedRefund(world);

  expect((await findRefundWaiting(world.bookkeeper())).failed).toMatchObject({ refunds: 1, amount: 4_500 });
  const failed = await getPaymentRefund(world.bookkeeper(), id);
  await sendFailedRefundAnew(world.bookkeeper(), id, because);
  const waiting = await findPaymentRefunds(world.bookkeeper(), { filter: 'waiting', page: 1 });
  await sendOwedRefunds(world.system(), sending);
  const sent = await findPaymentRefunds(world.bookkeeper(), { filter: 'sent', page: 1 });

  expect(failed).toMatchObject({
    orderNumber: order.number,
    provider: 'sandbox',
    amount: 4_500,
    state: 'failed',
    error: 'expired_or_canceled_card',
    round: 1,
  });
  expect(waiting.rows).toMatchObject([{ id, state: 'due', round: 2, tries: 0 }]);
  expect(sent).toMatchObject({ counts: { failed: 0, waiting: 0, sent: 1 }, rows: [{ id, state: 'sent' }] });
  expect((await findRefundWaiting(world.bookkeeper())).failed).toMatchObject({ refunds: 0, since: null });
  const trail = await world.rows(sql`select actor_id, what, reason from change_log where subject = 'payment-refund'`);
  expect(trail).toEqual([{ actor_id: 'books', what: 'sent-anew', reason: '买家换了银行卡' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('of two who send one anew at once, one is refused; what is being sent or has arrived is not sent again', async () => {
  await using world = await openWorld();
  const { id } = await aFailedRefund(world);
  const anew = () => sendFailedRefundAnew(world.bookkeeper(), id, because);

  const outcomes = await world.raceForRow('payment_refund', id, anew, anew);
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toMatchObject([{ reason: { code: 'payments.refund-not-failed' } }]);

  await run(world.system(), sql`update payment_refund set state = 'sending' where id = ${id}`);
  await expect(anew()).rejects.toMatchObject({ code: 'payments.refund-not-failed' });
  await run(world.system(), sql`update payment_refund set state = 'due' where id = ${id}`);
  await sendOwedRefunds(world.system(), sending);
  await expect(anew()).rejects.toMatchObject({ code: 'payments.refund-not-failed' });
  expect(await world.brokenProofs()).toEqual([]);
});

test('only who keeps the books sees refunds and disputes, and only he sends anew', async () => {
  await using world = await openWorld();
  const { id } = await aFailedRefund(world);

  await expect(sendFailedRefundAnew(world.visitor(), id, because)).rejects.toMatchObject({ code: 'access.denied' });
  await expect(sendFailedRefundAnew(world.administrator(), id, because)).rejects.toMatchObject({
    code: 'access.denied',
  });
  await expect(findPaymentRefunds(world.visitor(), { filter: 'failed', page: 1 })).rejects.toMatchObject({
    code: 'access.denied',
  });
  await expect(findRefundWaiting(world.visitor())).rejects.toMatchObject({ code: 'access.denied' });
  await expect(findDisputes(world.visitor(), { page: 1 })).rejects.toMatchObject({ code: 'access.denied' });
  await expect(getPaymentRefund(world.bookkeeper(), '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
    code: 'payments.refund-unknown',
  });
});

test('open disputes come first, the soonest to be answered at the top, and one past its day is marked', async () => {
  await using world = await openWorld();
  const { order } = await threeJars(world);
  const days = (count: number) => new Date(world.now.getTime() + count * 86_400_000);
  for (const [reference, answerBy, closedAt] of [
    ['dp_later', days(9), null],
    ['dp_won', days(-20), days(-10)],
    ['dp_missed', days(-1), null],
  ] as const) {
    await run(
      world.system(),
      sql`insert into payment_dispute (payment_id, reference, amount_fen, reason, status, opened_at, answer_by, closed_at)
          select id, ${reference}, ${fen(4_500)}, 'product_not_received', ${closedAt ? 'won' : 'needs_response'},
            ${days(-30)}, ${answerBy}, ${closedAt} from payment limit 1`,
    );
  }

  const { open, rows } = await findDisputes(world.bookkeeper(), { page: 1 });

  const waiting = await findRefundWaiting(world.bookkeeper());
  expect(waiting.disputes.map(({ reference }) => reference)).toEqual(['dp_missed', 'dp_later']);
  expect(open).toBe(2);
  expect(rows.map(({ reference, overdue }) => [reference, overdue])).toEqual([
    ['dp_missed', true],
    ['dp_later', false],
    ['dp_won', false],
  ]);
  expect(rows[0]).toMatchObject({ orderNumber: order.number, status: 'needs_response' });
});
