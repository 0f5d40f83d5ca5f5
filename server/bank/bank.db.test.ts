import { expect, test } from 'vitest';
import { formatYuan } from '#server/kernel/money.ts';
import { cancelOrder, lapseOrders, type PlacedOrder } from '#server/orders/index.ts';
import { rowsOf, sql } from '#server/platform/index.ts';
import { aPlacedOrder, openWorld, pay, type World } from '#server/testing/index.ts';
import { aStatement, aTransfer, importLines } from './bank.factory.ts';
import { completeTransfers } from './complete-transfers.ts';
import { findCredits, findParts, findRefundsByHand, findWaitingLines, getBankDesk } from './find-bank.ts';
import { getTransfer } from './get-transfer.ts';
import { importStatement } from './import-statement.ts';
import { creditLine, matchLine } from './match-line.ts';
import { releasePart } from './release-part.ts';
import { sendRefundByHand } from './send-refund-by-hand.ts';
import { discardStatement, uploadStatement } from './statements.ts';
import { applyCredit, sendCredit } from './use-credit.ts';

const yuan = (fen: number) => formatYuan(fen).replace('¥', '');

/** A jar on sale and so many orders of one each, every buyer with a code to transfer under. */
async function orders(world: World, count: number) {
  const jar = await world.jar({ packs: 20, price: 4500 });
  const all: (PlacedOrder & { code: string; paymentId: string })[] = [];
  for (let index = 0; index < count; index += 1) {
    const order = await aPlacedOrder(world.visitor(), [{ pack: jar.pack.code, count: 1 }]);
    all.push({ ...order, ...(await aTransfer(world.visitor(), order)) });
    world.later(1);
  }
  const pool = await world.poolOf(jar.seller, jar.produce);
  return { ...jar, pool, all: all as [(typeof all)[number], ...typeof all] };
}

async function stateOf(world: World, order: PlacedOrder): Promise<string | undefined> {
  const [row] = await world.rows<{ state: string }>(sql`select state from trade_order where id = ${order.id}`);
  return row?.state;
}

function balance(world: World, code: string): Promise<number> {
  return rowsOf<{ sum: number }>(
    world.system(),
    sql`select coalesce(sum(amount), 0)::int as sum from posting join account on account.id = account_id where code = ${code}`,
  ).then(([row]) => row?.sum ?? Number.NaN);
}

test('a transfer with the code pays its order, and nothing stays on its way', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 1);
  const [order] = all;

  const imported = await importLines(world.bookkeeper(), {
    yuan: yuan(order.total),
    memo: `货款 ${order.code.toLowerCase()}`,
  });

  expect(imported).toEqual({ added: 1, known: 0, matched: 1, waiting: 0 });
  expect(await stateOf(world, order)).toBe('paid');
  expect(await balance(world, 'bank:platform')).toBe(order.total);
  expect(await balance(world, 'clearing:bank-transfer')).toBe(0);
  expect(await getTransfer(world.visitor(), order.paymentId)).toMatchObject({ state: 'paid', missing: 0 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('the same statement again, and the same line in another file, change nothing', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 1);
  const [order] = all;
  const line = { yuan: yuan(order.total), memo: order.code, serial: '1' };
  const { id } = await uploadStatement(world.bookkeeper(), 'a.csv', aStatement(line));
  await importStatement(world.bookkeeper(), id);

  expect(await importStatement(world.bookkeeper(), id)).toMatchObject({ added: 0 });
  expect(await importLines(world.bookkeeper(), line)).toEqual({ added: 0, known: 1, matched: 0, waiting: 0 });
  await expect(importLines(world.bookkeeper(), { ...line, yuan: '1.00' })).rejects.toMatchObject({
    code: 'bank.serial-other',
    params: { serial: 'S1' },
  });
  expect(await balance(world, 'bank:platform')).toBe(order.total);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a file handed in by mistake is taken away while nothing of it is booked, and not afterwards', async () => {
  await using world = await openWorld();
  const line = { yuan: '10.00', memo: '货款', serial: 'S1' };
  const books = world.bookkeeper();
  const { id } = await uploadStatement(books, 'wrong.csv', aStatement(line));
  const booked = await uploadStatement(books, 'right.csv', aStatement(line));
  await importStatement(books, booked.id);

  const taken = await discardStatement(books, id);

  expect(taken).toEqual({ filename: 'wrong.csv' });
  await expect(discardStatement(books, id)).rejects.toMatchObject({ code: 'bank.statement-unknown' });
  await expect(discardStatement(books, booked.id)).rejects.toMatchObject({ code: 'bank.statement-imported' });
  expect(await world.rows(sql`select filename from bank_statement`)).toEqual([{ filename: 'right.csv' }]);
  expect(await world.rows(sql`select before from change_log where what = 'discarded'`)).toEqual([
    { before: { filename: 'wrong.csv' } },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a statement with one wrong cell books none of its lines', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 1);
  const [order] = all;

  const lines = [
    { yuan: yuan(order.total), memo: order.code },
    { yuan: '12.345', memo: '' },
  ];
  await expect(importLines(world.bookkeeper(), ...lines)).rejects.toMatchObject({
    code: 'bank.statement-wrong',
    params: { count: 1 },
  });

  expect(await world.rows(sql`select id from bank_line`)).toEqual([]);
  expect(await stateOf(world, order)).toBe('placed');
  expect(await world.brokenProofs()).toEqual([]);
});

test('less than due is a part: the order stays open, its goods are held on, and the rest pays it', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 1);
  const [order] = all;
  world.later(23 * 60);

  await importLines(world.bookkeeper(), { yuan: '10.00', memo: order.code, serial: '1' });

  const part = await getTransfer(world.visitor(), order.paymentId);
  expect(part).toMatchObject({ state: 'part', received: 1_000, missing: order.total - 1_000, held: true });
  expect(await findParts(world.bookkeeper())).toMatchObject([{ number: order.number, received: 1_000 }]);
  world.later(47 * 60);
  expect(await lapseOrders(world.system())).toBe(0);
  expect(await world.brokenProofs()).toEqual([]);

  await importLines(world.bookkeeper(), { yuan: yuan(order.total - 1_000), memo: order.code, serial: '2' });
  expect(await stateOf(world, order)).toBe('paid');
  expect(await world.brokenProofs()).toEqual([]);
});

test('one transfer for several orders fills the oldest first; the next one fills the rest, and what is over is credit', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 3);
  const [first, second, third] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0]];
  const memo = [third, second, first].map(({ code }) => code).join('、');
  const sum = first.total + second.total + third.total;

  await importLines(world.bookkeeper(), { yuan: yuan(sum - 100), memo, serial: '1' });
  expect([await stateOf(world, first), await stateOf(world, second), await stateOf(world, third)]).toEqual([
    'paid',
    'paid',
    'placed',
  ]);

  await importLines(world.bookkeeper(), { yuan: '6.00', memo, serial: '2' });
  expect(await stateOf(world, third)).toBe('paid');
  expect(await findCredits(world.bookkeeper())).toMatchObject([{ left: 500, because: 'over', payerName: '林晓' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a credit pays for another order, and what is left is sent back by hand, once', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 2);
  const [first, second] = all as [(typeof all)[0], (typeof all)[0]];
  const books = world.bookkeeper();
  await importLines(books, { yuan: yuan(first.total + second.total + 700), memo: first.code });
  const [credit] = await findCredits(books);
  const creditId = credit?.id ?? '';

  await applyCredit(books, creditId, { to: second.number, reason: '买家电话要求' });
  expect(await stateOf(world, second)).toBe('paid');
  expect(await findCredits(books)).toMatchObject([{ left: 700 }]);

  const back = { toName: '林晓', toAccount: '6222020000001111', reference: 'B1', reason: '多付退回' };
  await sendCredit(books, creditId, back);
  await expect(sendCredit(books, creditId, back)).rejects.toMatchObject({ code: 'bank.credit-used' });
  expect(await findCredits(books)).toEqual([]);
  expect(await balance(world, 'bank:platform')).toBe(first.total + second.total);
  expect(await balance(world, `bank-credit:${creditId}`)).toBe(0);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a line without a code waits, is suggested by amount and name, and is matched by hand with a reason on record', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 1);
  const [order] = all;
  const books = world.bookkeeper();
  await importLines(
    books,
    { yuan: yuan(order.total), memo: '蜂蜜', serial: '1' },
    { yuan: '3.00', memo: '', serial: '2', payer: '' },
  );

  const waiting = await findWaitingLines(books);
  expect(waiting).toMatchObject([
    { left: order.total, suggestions: [{ code: order.code, number: order.number, sameName: true }] },
    { left: 300, suggestions: [] },
  ]);
  expect(await getBankDesk(books)).toMatchObject({ waiting: { lines: 2, fen: order.total + 300 } });

  await matchLine(books, waiting[0]?.id ?? '', { to: order.code, reason: '金额与户名相符' });
  await creditLine(books, waiting[1]?.id ?? '', { reason: '来源不明' });

  expect(await stateOf(world, order)).toBe('paid');
  expect(await findWaitingLines(books)).toEqual([]);
  expect(
    await world.rows(sql`select what, reason, actor_id from change_log where subject = 'bank-line' order by id`),
  ).toEqual([
    { what: 'matched', reason: '金额与户名相符', actor_id: 'books' },
    { what: 'credited', reason: '来源不明', actor_id: 'books' },
  ]);
  await expect(matchLine(books, waiting[1]?.id ?? '', { to: order.code, reason: '再来' })).rejects.toMatchObject({
    kind: 'conflict',
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('a transfer for a lapsed order takes its goods again; where they are gone it is owed back and sent by hand', async () => {
  await using world = await openWorld();
  const { all, seller, produce, pack } = await orders(world, 2);
  const [kept, gone] = all as [(typeof all)[0], (typeof all)[0]];
  world.later(30 * 24 * 60);
  expect(await lapseOrders(world.system())).toBe(2);
  const books = world.bookkeeper();
  await importLines(books, { yuan: yuan(kept.total), memo: kept.code, serial: '1' });
  expect(await stateOf(world, kept)).toBe('paid');
  const { available } = await world.poolOf(seller, produce);
  const rest = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: Math.floor(available / 500) }]);
  await pay(world, rest);

  await importLines(books, { yuan: yuan(gone.total), memo: gone.code, serial: '2' });

  expect(await stateOf(world, gone)).toBe('lapsed');
  const [owed] = await findRefundsByHand(books);
  expect(owed).toMatchObject({
    number: gone.number,
    amount: gone.total,
    payerName: '林晓',
    payerAccount: '6222020000001111',
  });
  expect(await world.brokenProofs()).toEqual([]);

  const sent = { toName: '林晓', toAccount: '6222020000001111', reference: 'B7' };
  await sendRefundByHand(books, owed?.id ?? '', sent);
  await sendRefundByHand(books, owed?.id ?? '', sent);
  expect(await findRefundsByHand(books)).toEqual([]);
  expect(await balance(world, 'bank:platform')).toBe(kept.total);
  expect(await balance(world, `buyer-credit:${gone.id}`)).toBe(0);
  expect(await getTransfer(world.visitor(), gone.paymentId)).toMatchObject({ state: 'refunded' });
  expect(await world.rows(sql`select what, actor_id from change_log where subject = 'payment-refund'`)).toEqual([
    { what: 'sent-by-hand', actor_id: 'books' },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a part of an order taken back becomes a credit', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 1);
  const [order] = all;
  const books = world.bookkeeper();
  await importLines(books, { yuan: '5.00', memo: order.code });
  await cancelOrder(world.visitor(), order.number, { accessKey: order.accessKey });

  await releasePart(books, order.paymentId, { reason: '买家取消' });

  expect(await findParts(books)).toEqual([]);
  expect(await findCredits(books)).toMatchObject([{ left: 500, because: 'released', number: order.number }]);
  await expect(releasePart(books, order.paymentId, { reason: '买家取消' })).rejects.toMatchObject({
    code: 'bank.nothing-to-release',
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('what a crash cut off between the money and the order is taken up by the worker', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 1);
  const [order] = all;
  // Without its table the order cannot be told.
  await world.rows(sql`alter table payment_event rename to payment_event_away`);
  await expect(importLines(world.bookkeeper(), { yuan: yuan(order.total), memo: order.code })).rejects.toThrow();
  await world.rows(sql`alter table payment_event_away rename to payment_event`);
  expect(await stateOf(world, order)).toBe('placed');
  expect(await world.rows(sql`select received_fen from remittance`)).toEqual([{ received_fen: order.total }]);

  expect(await completeTransfers(world.system())).toBe(1);

  expect(await completeTransfers(world.system())).toBe(0);
  expect(await stateOf(world, order)).toBe('paid');
  expect(await world.brokenProofs()).toEqual([]);
});

test('of the same statement sent twice at once, one is booked', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 1);
  const [order] = all;
  const line = { yuan: yuan(order.total), memo: order.code, serial: '1' };
  const { id } = await uploadStatement(world.bookkeeper(), 'a.csv', aStatement(line));
  const again = await uploadStatement(world.bookkeeper(), 'b.csv', aStatement(line));

  const same = await world.raceForRow(
    'bank_statement',
    id,
    () => importStatement(world.bookkeeper(), id),
    () => importStatement(world.bookkeeper(), id),
  );
  expect(same.map((outcome) => outcome.status === 'fulfilled' && outcome.value.added).sort()).toEqual([0, 1]);

  expect(await importStatement(world.bookkeeper(), again.id)).toMatchObject({ added: 0, known: 1 });
  expect(await balance(world, 'bank:platform')).toBe(order.total);
  expect(await world.brokenProofs()).toEqual([]);
});

test('two files with the same line at once add it once', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 1);
  const [order] = all;
  const line = { yuan: yuan(order.total), memo: order.code, serial: '1' };
  const ids = [];
  for (const name of ['a', 'b']) ids.push((await uploadStatement(world.bookkeeper(), name, aStatement(line))).id);

  // Whoever adds the line first waits for the payment; the other waits for his line.
  const outcomes = await world.raceForRow(
    'payment',
    order.paymentId,
    ...ids.map((id) => () => importStatement(world.bookkeeper(), id)),
  );

  expect(outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value.added).sort()).toEqual([0, 1]);
  expect(await stateOf(world, order)).toBe('paid');
  expect(await world.brokenProofs()).toEqual([]);
});

test('of two lines for one payment at once, each counts once and what is over is credit', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 1);
  const [order] = all;
  const ids: string[] = [];
  for (const serial of ['1', '2']) {
    const bytes = aStatement({ yuan: yuan(order.total - 100), memo: order.code, serial });
    ids.push((await uploadStatement(world.bookkeeper(), `${serial}.csv`, bytes)).id);
  }

  const outcomes = await world.raceForRow(
    'payment',
    order.paymentId,
    ...ids.map((id) => () => importStatement(world.bookkeeper(), id)),
  );

  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await stateOf(world, order)).toBe('paid');
  expect(await findCredits(world.bookkeeper())).toMatchObject([{ left: order.total - 200 }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('of two bookkeepers matching one line at once, one is refused', async () => {
  await using world = await openWorld();
  const { all } = await orders(world, 2);
  const [first, second] = all as [(typeof all)[0], (typeof all)[0]];
  const books = world.bookkeeper();
  await importLines(books, { yuan: yuan(first.total), memo: '' });
  const [line] = await findWaitingLines(books);
  const lineId = line?.id ?? '';

  const match = (to: string) => () => matchLine(world.bookkeeper(), lineId, { to, reason: '查过回单' });
  const outcomes = await world.raceForRow('bank_line', lineId, match(first.code), match(second.code));

  const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refusals).toMatchObject([{ reason: { code: 'bank.line-placed' } }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('only a bookkeeper keeps the bank', async () => {
  await using world = await openWorld();
  const { seller } = await orders(world, 1);

  await expect(uploadStatement(world.clerk(seller), 'a.csv', aStatement())).rejects.toMatchObject({
    code: 'access.denied',
  });
  await expect(findWaitingLines(world.visitor())).rejects.toMatchObject({ code: 'access.denied' });
});
