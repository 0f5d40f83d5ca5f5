import { expect, test } from 'vitest';
import { advanceHousehold, fillFund, matureDues } from '#server/dues/index.ts';
import { addDays, businessDayOf } from '#server/kernel/calendar.ts';
import { lapseOrders, receivePaymentEvent, startPayment } from '#server/orders/index.ts';
import { markRefundFailed, markRefundSent, sendRefundAnew } from '#server/payments/index.ts';
import { approvePayout, assemblePayout, exportBankFile, importBankResults } from '#server/payouts/index.ts';
import { aBookkeeper, aDeliveredOrder, withCards } from '#server/payouts/settlement.factory.ts';
import { createPersona, personActor } from '#server/people/index.ts';
import { openCtx, sql, transact } from '#server/platform/index.ts';
import { seal } from '#server/platform/sealed.ts';
import { book, threeJars } from '#server/refunds/refund.factory.ts';
import { settleSilent, stateDues } from '#server/statements/index.ts';
import { aPaidOrder, aPlacedOrder, openWorld, type World } from '#server/testing/index.ts';
import { countUnread } from './index.ts';
import { tellNews } from './notices.factory.ts';

const DAY = 24 * 60;

/** What was told since the last time, as kind, channel and words. */
async function toldNow(world: World): Promise<{ kind: string; channel: string | null; words: string | null }[]> {
  await world.rows(sql`delete from notice`);
  await tellNews(world);
  return world.rows(
    sql`select kind, channel, words from notice left join message on message.notice_id = notice.id order by kind, words`,
  );
}

async function anAccount(world: World, id: string): Promise<void> {
  await world.rows(
    sql`insert into user_account (id, name, email, created_at, updated_at)
        values (${id}, ${id}, ${`${id}@example.com`}, ${world.now}, ${world.now})`,
  );
}

test('a refund is told when it is sent, and again when it came back and was sent anew', async () => {
  await using world = await openWorld();
  await createPersona(world.system(), { code: 'books', name: '记账员', memberships: [{ role: 'bookkeeper' }] });
  const { line, order } = await threeJars(world);
  await book(world, line, { lines: [{ lineId: line.id, count: 1 }] });
  const [refund] = await world.rows<{ id: string }>(sql`select id from payment_refund`);
  const id = refund?.id ?? '';
  const sent = (reference: string) => transact(world.system(), (tx) => markRefundSent(tx, id, { reference }));
  const kinds = async () => (await toldNow(world)).map(({ kind, channel }) => `${kind} ${channel}`);

  // A guest has no mail address, and what is only on its way is worth no text.
  expect(await kinds()).toEqual(['order-paid sms']);
  await sent('first');
  const [first] = await toldNow(world);
  await transact(world.system(), (tx) => markRefundFailed(tx, id, 'card closed'));
  expect(await kinds()).toEqual(['refund-stuck mail']);
  await transact(world.system(), (tx) => sendRefundAnew(tx, id));
  await sent('second');
  const news = await toldNow(world);

  expect(first).toMatchObject({ kind: 'refund-sent', channel: 'sms' });
  expect(first?.words).toContain(`订单 ${order.number} 的退款 ¥45.00 已退出`);
  expect(news).toEqual([first]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('the second sending of a refund is told also to who was told of the first', async () => {
  await using world = await openWorld();
  const { line } = await threeJars(world);
  await book(world, line, { lines: [{ lineId: line.id, count: 1 }] });
  const [refund] = await world.rows<{ id: string }>(sql`select id from payment_refund`);
  const id = refund?.id ?? '';
  for (const reference of ['first', 'second']) {
    await transact(world.system(), (tx) => markRefundSent(tx, id, { reference }));
    await tellNews(world);
    if (reference === 'second') break;
    await transact(world.system(), (tx) => markRefundFailed(tx, id, 'card closed'));
    await transact(world.system(), (tx) => sendRefundAnew(tx, id));
  }

  expect(await world.rows(sql`select from notice where kind = 'refund-sent'`)).toHaveLength(2);
});

test('an order that lapsed is told to an account, a payment that came too late to whoever made it', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 1 });
  await anAccount(world, 'lin');
  const lin = openCtx(world.orm, personActor('lin', 'lin', []), world.now);
  const order = await aPlacedOrder(lin, [{ pack: pack.code, count: 1 }]);
  const payment = await startPayment(lin, order.number, { accessKey: order.accessKey }, 'sandbox');
  world.later(60);
  await lapseOrders(world.system());
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await world.rows(sql`delete from outbox where topic = 'order.paid'`);
  const event = { provider: 'sandbox', eventId: 'late', paymentId: payment.id, kind: 'succeeded' as const };
  await receivePaymentEvent(world.system(), event);

  expect(await toldNow(world)).toMatchObject([
    { kind: 'order-lapsed', channel: null },
    { kind: 'payment-unused', channel: 'mail', words: expect.stringContaining(order.number) },
    // The sandbox sends back at once.
    { kind: 'refund-sent', channel: 'mail' },
  ]);
  expect(await countUnread(lin)).toBe(3);
});

test('household money is told from the advance to the card, and a card that does not take it to both sides', async () => {
  await using world = await openWorld();
  await createPersona(world.system(), { code: 'books', name: '记账员', memberships: [{ role: 'bookkeeper' }] });
  await anAccount(world, 'maker');
  for (const jar of [await world.jar({ packs: 9 }), await world.jar({ packs: 9 })]) {
    const { number } = await aPaidOrder(world, [{ pack: jar.pack.code, count: 1 }]);
    await aDeliveredOrder(world, jar.seller, number);
  }
  await withCards(world);
  await world.rows(sql`update household set phone_sealed = ${seal('13900005678')}`);
  const [household] = await world.rows<{ code: string }>(sql`select code from household order by code`);
  await fillFund(world.bookkeeper(), { amount: 1_000, from: 'county', key: 'first' });
  const given = { household: household?.code ?? '', amount: 700, reason: '买肥料', key: 'one' };
  await world.rows(sql`update outbox set delivered_at = ${world.now}`);
  await advanceHousehold(world.bookkeeper(), given);

  expect(await toldNow(world)).toMatchObject([{ kind: 'household-advanced', channel: 'sms' }]);
  world.later(30 * DAY);
  await matureDues(world.system());
  world.later(10 * DAY);
  await stateDues(world.system(), { until: addDays(businessDayOf(world.now), -1) });
  expect((await toldNow(world)).map(({ kind }) => kind)).toEqual(['statement-made', 'statement-made']);
  world.later(4 * DAY);
  await settleSilent(world.system());
  const { id } = await assemblePayout(aBookkeeper(world, 'maker'), { payer: 'platform', key: 'run' });
  expect(await toldNow(world)).toMatchObject([{ kind: 'payout-to-approve', channel: 'mail' }]);
  await approvePayout(aBookkeeper(world, 'checker'), id);
  // Who said nothing is not rung up for it.
  expect(await toldNow(world)).toMatchObject([{ kind: 'payout-approved', channel: 'mail' }]);
  await exportBankFile(aBookkeeper(world, 'maker'), id);
  const [paid, failed] = await world.rows<{ number: string; yuan: string }>(
    sql`select number, to_char(amount_fen / 100.0, 'FM999990.00') as yuan from transfer order by number`,
  );
  const rows = `业务编号,金额,结果,原因\n${paid?.number},${paid?.yuan},成功,\n${failed?.number},${failed?.yuan},失败,账号有误`;
  const read = await importBankResults(world.bookkeeper(), id, { name: 'results.csv', bytes: Buffer.from(rows) });
  expect(read).toMatchObject({ paid: 1, failed: 1 });

  expect(await toldNow(world)).toMatchObject([
    {
      kind: 'payout-paid',
      channel: 'sms',
      words: expect.stringMatching(/^【七销】货款 ¥\d+\.\d\d 已付到您尾号 \d{4} 的卡/),
    },
    { kind: 'payout-returned', channel: 'sms', words: expect.stringContaining('钱还在') },
    { kind: 'transfer-returned', channel: 'mail', words: expect.stringContaining(String(failed?.number)) },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});
