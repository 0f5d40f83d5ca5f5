import { expect, test } from 'vitest';
import { businessDay } from '#server/kernel/calendar.ts';
import { addFen } from '#server/kernel/money.ts';
import { aMaturedOrder, aStatement } from '#server/payouts/settlement.factory.ts';
import { sql } from '#server/platform/index.ts';
import { confirmStatement, stateDues } from '#server/statements/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { type HouseholdMoney, moneyStands } from './contract.ts';
import {
  advanceHousehold,
  fillFund,
  findDueHouseholds,
  getAdvanceable,
  getHouseholdDues,
  proposeDeduction,
  withdrawDeduction,
} from './index.ts';

const FIRST = { page: 1 };

/** What the ledger says is payable to all households, and what their lines say. */
async function payable(world: World) {
  const [row] = await world.rows<{ fen: number }>(
    sql`select coalesce(-sum(amount), 0)::bigint as fen from posting join account on account.id = account_id
        where kind = 'household-payable'`,
  );
  const { accrued, stated, confirmed, objected, failed } = (await findDueHouseholds(world.bookkeeper(), FIRST)).total;
  return { ledger: row?.fen, figures: addFen(accrued, stated, confirmed, objected, failed) };
}

/** Each fen once: every figure but what is only asked for. */
function inAll(money: HouseholdMoney): number {
  return moneyStands.filter((stands) => stands !== 'proposed').reduce((sum, stands) => sum + money[stands], 0);
}

async function aHouseholdToDeductFrom(world: World) {
  const jar = await world.jar({ packs: 10, agreedPrice: 5000 });
  const order = await aPaidOrder(world, [{ pack: jar.pack.code, count: 4 }]);
  await aMaturedOrder(world, jar.seller, order.number);
  await proposeDeduction(world.clerk(jar.seller), jar.seller.id, {
    household: jar.household.code,
    what: 'seed',
    amount: 2_000,
    note: '柑苗 40 株',
  });
  const [line] = await world.rows<{ id: string }>(sql`select id from due_line where kind = 'deduction'`);
  return { ...jar, line: line?.id ?? '' };
}

test('a deduction only asked for stands apart, and the figures are what the ledger says before and after the yes', async () => {
  await using world = await openWorld();
  const { household } = await aHouseholdToDeductFrom(world);
  const books = world.bookkeeper();
  const money = async () => (await getHouseholdDues(books, household.code, FIRST)).money;

  expect(await money()).toMatchObject({ accrued: 10_000, proposed: -2_000 });
  expect(await payable(world)).toEqual({ ledger: 10_000, figures: 10_000 });
  const statement = await aStatement(world);
  expect(statement.amount).toBe(8_000);
  expect(await money()).toMatchObject({ accrued: 0, stated: 10_000, proposed: -2_000 });
  expect(await payable(world)).toEqual({ ledger: 10_000, figures: 10_000 });
  const asked = await getHouseholdDues(books, household.code, { page: 1, filter: 'proposed' });
  const stated = await getHouseholdDues(books, household.code, { page: 1, filter: 'stated' });
  expect([asked.lines, stated.lines].map((lines) => lines.map(({ kind }) => kind))).toEqual([['deduction'], ['sale']]);

  await confirmStatement(world.visitor(), { accessCode: statement.accessCode }, { deductions: 'accept' });

  expect(await money()).toMatchObject({ stated: 0, confirmed: 8_000, proposed: 0 });
  expect(await payable(world)).toEqual({ ledger: 8_000, figures: 8_000 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('money paid early is counted once, and what can still be paid early is what is not refused', async () => {
  await using world = await openWorld();
  const { seller, pack, household } = await world.jar({ packs: 10, agreedPrice: 5000 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 4 }]);
  world.later(1);
  await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const books = world.bookkeeper();
  await fillFund(books, { amount: 20_000, from: 'county', key: 'first' });
  const money = async () => (await getHouseholdDues(books, household.code, FIRST)).money;
  const advance = (amount: number, key: string) =>
    advanceHousehold(books, { household: household.code, amount, reason: 'school', key });
  expect(await getAdvanceable(books, household.code)).toMatchObject({ most: 15_000, lent: 0, balance: 20_000 });

  await advance(2_000, 'one');

  expect(await money()).toMatchObject({ earned: 15_000, advanced: -2_000, accrued: 2_000 });
  expect(inAll(await money())).toBe(15_000);
  const { most } = await getAdvanceable(books, household.code);
  expect(most).toBe(5_000);
  await expect(advance(most + 1, 'more')).rejects.toMatchObject({ code: 'dues.advance-too-much', params: { most } });
  await advance(most, 'all');
  expect(inAll(await money())).toBe(15_000);
  const lent = await getHouseholdDues(books, household.code, { page: 1, filter: 'advanced' });
  expect(lent.lines.map(({ amount }) => amount).toSorted()).toEqual([2_000, 5_000]);

  await aMaturedOrder(world, seller, order.number);

  expect(await money()).toMatchObject({ earned: 5_000, advanced: -5_000, accrued: 15_000 });
  expect(inAll(await money())).toBe(15_000);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a proposed deduction is taken back while no statement has it, by the books or its own cooperative', async () => {
  await using world = await openWorld();
  const { seller, household, line } = await aHouseholdToDeductFrom(world);
  const stranger = await world.jar({ packs: 1 });

  await expect(withdrawDeduction(world.clerk(stranger.seller), household.code, line)).rejects.toMatchObject({
    code: 'access.denied',
  });
  await expect(withdrawDeduction(world.bookkeeper(), stranger.household.code, line)).rejects.toMatchObject({
    code: 'dues.deduction-unknown',
  });
  await withdrawDeduction(world.clerk(seller), household.code, line);
  await expect(withdrawDeduction(world.bookkeeper(), household.code, line)).rejects.toMatchObject({
    code: 'dues.deduction-on-its-way',
  });

  expect((await getHouseholdDues(world.bookkeeper(), household.code, FIRST)).money).toMatchObject({ proposed: 0 });
  expect((await aStatement(world)).amount).toBe(10_000);
  const trail = await world.rows(sql`select what from change_log where what like 'deduction-%' order by id`);
  expect(trail).toEqual([{ what: 'deduction-proposed' }, { what: 'deduction-withdrawn' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('of taking a deduction back and a statement being made one has it', async () => {
  await using world = await openWorld();
  const { household, line } = await aHouseholdToDeductFrom(world);
  world.now = new Date('2026-09-01T04:00:00Z');

  const outcomes = await world.raceForRow(
    'due_line',
    line,
    () => withdrawDeduction(world.bookkeeper(), household.code, line),
    () => stateDues(world.system(), { until: businessDay('2026-08-31') }).then(() => undefined),
  );

  const [row] = await world.rows<{ state: string }>(sql`select state from due_line where id = ${line}`);
  const withdrawn = outcomes[0]?.status === 'fulfilled';
  expect(row?.state).toBe(withdrawn ? 'dropped' : 'stated');
  expect(await world.brokenProofs()).toEqual([]);
});
