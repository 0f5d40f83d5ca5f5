import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { advanceHousehold, fillFund, getFund, getHouseholdDues } from '#server/dues/index.ts';
import { sql } from '#server/platform/index.ts';
import { findStatements } from '#server/statements/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { HandOverCash } from './contract.ts';
import {
  approvePayout,
  assemblePayout,
  exportBankFile,
  findPayouts,
  findSettlementWaiting,
  getCashPhoto,
  getPayout,
  getPayoutId,
  handOverCash,
  importBankResults,
  openRun,
} from './index.ts';
import { aBookkeeper, aConfirmedStatement, aDeliveredOrder, aMaturedOrder, withCards } from './settlement.factory.ts';

async function aJarSold(world: World) {
  const jar = await world.jar({ packs: 10, agreedPrice: 5000 });
  const order = await aPaidOrder(world, [{ pack: jar.pack.code, count: 1 }]);
  await aMaturedOrder(world, jar.seller, order.number);
  await withCards(world);
  return { ...jar, order };
}

async function aPicture(): Promise<File> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'paid.jpg', { type: 'image/jpeg' });
}

test('a button pressed twice at once makes one run, and both who pressed it are led to it', async () => {
  await using world = await openWorld();
  await aJarSold(world);
  await aConfirmedStatement(world);
  const key = randomUUID();
  const press = () => assemblePayout(aBookkeeper(world, 'maker'), { payer: 'platform', key });

  const [one, other] = await Promise.all([press(), press()]);

  expect(one).toEqual(other);
  const { rows } = await findPayouts(world.bookkeeper(), { page: 1 });
  expect(rows).toMatchObject([{ number: one.number, state: 'assembled', transfers: 1, total: 2500 }]);
  expect(await getPayoutId(world.bookkeeper(), one.number)).toBe(one.id);
  await expect(getPayoutId(world.bookkeeper(), 'F000000-XXXX')).rejects.toMatchObject({ kind: 'not-found' });
  expect(await world.brokenProofs()).toEqual([]);
});

test('of two who open a run under one key while neither sees the other, the later is given the run of the first', async () => {
  await using world = await openWorld();
  await aJarSold(world);
  await aConfirmedStatement(world);
  await world.rows(
    sql`create function take_a_while() returns trigger language plpgsql as 'begin perform pg_sleep(0.4); return null; end'`,
  );
  await world.rows(
    sql`create trigger takes_a_while after insert on payout_run for each statement execute function take_a_while()`,
  );
  const open = () => openRun(aBookkeeper(world, 'maker'), { payer: 'platform', key: 'one' });

  const [one, other] = await Promise.all([open(), open()]);

  expect(other).toEqual(one);
  await world.rows(sql`drop trigger takes_a_while on payout_run`);
});

test('cash is booked with its photo or not at all, and the books show the photo', async () => {
  await using world = await openWorld();
  await aJarSold(world);
  await world.rows(sql`update settlement_agreement set way = 'cash'`);
  const statement = await aConfirmedStatement(world);
  const files = async () =>
    (await world.rows<{ files: number }>(sql`select count(*)::int as files from file`))[0]?.files;
  const pay = async (secondWitness: string, photo: File) =>
    handOverCash(world.bookkeeper(), statement.number, { firstWitness: '叶秀珠', secondWitness, photo: [photo] });
  const notAPicture = new File(['hello'], 'paid.jpg', { type: 'image/jpeg' });

  await expect(pay('叶秀珠', await aPicture())).rejects.toMatchObject({
    code: 'payouts.one-witness',
    params: { field: 'secondWitness' },
  });
  await expect(pay('黄桂香', notAPicture)).rejects.toMatchObject({ params: { field: 'photo' } });
  expect(await files()).toBe(0);
  const { number } = await pay('黄桂香', await aPicture());

  expect(number).toBe(`${statement.number}-X1`);
  expect(await files()).toBe(1);
  expect((await getCashPhoto(world.bookkeeper(), statement.number)).mime).toBe('image/jpeg');
  expect(HandOverCash.safeParse({ firstWitness: '叶秀珠', secondWitness: '黄桂香', photo: '' }).success).toBe(false);
  expect(await world.brokenProofs()).toEqual([]);
});

test("a household's figures open to their lines, statements are counted within their days, the fund tells what moved it", async () => {
  await using world = await openWorld();
  const { household } = await aJarSold(world);
  const statement = await aConfirmedStatement(world);
  const books = world.bookkeeper();
  const later = await world.jar({ packs: 10, agreedPrice: 5000 });
  const order = await aPaidOrder(world, [{ pack: later.pack.code, count: 1 }]);
  await aDeliveredOrder(world, later.seller, order.number);
  await fillFund(books, { amount: 10_000, from: '县帮扶专班', key: 'fill' });
  await advanceHousehold(books, { household: later.household.code, amount: 1000, reason: '开学', key: 'advance' });

  const all = await getHouseholdDues(books, household.code, { page: 1 });
  const agreed = await getHouseholdDues(books, household.code, { page: 1, filter: 'confirmed' });
  const paid = await getHouseholdDues(books, household.code, { page: 1, filter: 'paid' });
  const fund = await getFund(books, { page: 1 });
  const [row] = (await findStatements(books, { filter: 'all', page: 1 })).rows;
  const on = (day: string) =>
    findStatements(books, { filter: 'due', page: 1, period: { from: day, to: day } }).then(({ counts, rows }) => [
      counts.due.statements,
      rows.length,
    ]);

  expect([all.lines.length, agreed.lines.length, paid.lines.length]).toEqual([1, 1, 0]);
  expect(agreed.lines[0]).toMatchObject({ amount: 2500, statementNumber: statement.number });
  expect(await on(row?.to ?? '')).toEqual([1, 1]);
  expect(await on('2020-01-01')).toEqual([0, 0]);
  expect(fund.movements.rows).toMatchObject([
    { kind: 'advance', amount: -1000, household: { code: later.household.code } },
    { kind: 'fund-filled', amount: 10_000, from: '县帮扶专班', household: null },
  ]);
  expect(fund.balance).toBe(fund.movements.rows.reduce((sum, { amount }) => sum + amount, 0));
  expect(await world.brokenProofs()).toEqual([]);
});

test('a returned transfer says whether it waits for the next run or which run took it up; only others are told of a run', async () => {
  await using world = await openWorld();
  await aJarSold(world);
  await aConfirmedStatement(world);
  const [maker, checker] = [aBookkeeper(world, 'maker'), aBookkeeper(world, 'checker')];
  const waitingBefore = await findSettlementWaiting(checker);
  const first = await assemblePayout(maker, { payer: 'platform', key: 'first' });
  const seen = async (number: string) => (await getPayout(maker, number, { filter: 'all', page: 1 })).rows[0];
  const [byMaker, byChecker] = [await findSettlementWaiting(maker), await findSettlementWaiting(checker)];
  await approvePayout(checker, first.id);
  await exportBankFile(maker, first.id);
  const { number, amount } = (await seen(first.number)) ?? { number: '', amount: 0 };
  const text = `业务编号,金额,结果,原因\n${number},${(amount / 100).toFixed(2)},退票,账户已销户`;
  await importBankResults(maker, first.id, { name: 'results.csv', bytes: Buffer.from(text) });

  const returned = await seen(first.number);
  world.later(60);
  const second = await assemblePayout(aBookkeeper(world, 'maker'), { payer: 'platform', key: 'second' });
  const takenUp = await seen(first.number);
  await approvePayout(checker, second.id);
  await exportBankFile(maker, second.id);
  const later = (await seen(second.number)) ?? { number: '', amount: 0 };
  const paid = `业务编号,金额,结果,原因\n${later.number},${(later.amount / 100).toFixed(2)},成功,`;
  await importBankResults(maker, second.id, { name: 'results.csv', bytes: Buffer.from(paid) });

  expect(waitingBefore).toMatchObject({ runs: [], payable: { statements: 1, amount: 2500 } });
  expect(byMaker).toMatchObject({ runs: [], payable: { statements: 0, amount: 0, since: null } });
  expect(byChecker.runs).toMatchObject([{ number: first.number, transfers: 1, total: 2500 }]);
  expect(returned).toMatchObject({ state: 'returned', owedAgain: true, again: null });
  expect(takenUp).toMatchObject({
    state: 'returned',
    owedAgain: false,
    again: { run: second.number, state: 'prepared' },
  });
  expect(await seen(first.number)).toMatchObject({ owedAgain: false, again: { run: second.number, state: 'paid' } });
  expect(await seen(second.number)).toMatchObject({ state: 'paid', owedAgain: false, again: null });
  await expect(approvePayout(checker, second.id)).rejects.toMatchObject({
    code: 'payouts.approved-already',
    params: { by: checker.actor.id },
  });
  expect(await world.brokenProofs()).toEqual([]);
});
