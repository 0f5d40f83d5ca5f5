import { expect, test } from 'vitest';
import { fen } from '#server/kernel/money.ts';
import { aDeliveredOrder, aMaturedOrder, slowly, withCards } from '#server/payouts/settlement.factory.ts';
import { rowsOf, sql, transact } from '#server/platform/index.ts';
import { bookRefund } from '#server/refunds/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { advanceHousehold, fillFund, getHouseholdDues, matureDues, matureParcel } from './index.ts';

const WEEKS_LATER = 30 * 24 * 60;

function lines(world: World) {
  return world.rows<{ kind: string; fen: number }>(sql`select kind, amount_fen as fen from due_line order by id`);
}

/** What the ledger owes under an account kind. */
async function owed(world: World, kind: string): Promise<number> {
  const [row] = await world.rows<{ fen: number }>(
    sql`select coalesce(-sum(amount), 0)::bigint as fen from posting join account on account.id = account_id where kind = ${kind}`,
  );
  return row?.fen ?? 0;
}

async function takeBack(world: World, orderId: string, count: number, key: string): Promise<void> {
  await transact(world.system(), async (tx) => {
    const [line] = await rowsOf<{ id: string; parcelId: string }>(
      tx,
      sql`select id, parcel_id as "parcelId" from order_line where order_id = ${orderId}`,
    );
    await bookRefund(tx, {
      key,
      parcelId: line?.parcelId ?? '',
      kind: 'goodwill',
      goods: 'returned',
      bearer: 'source',
      lines: [{ lineId: line?.id ?? '', count }],
      freight: fen(0),
      reason: 'broken',
    });
  });
}

test('money becomes payable when nobody can claim it back, less what went back, and not a minute before', async () => {
  await using world = await openWorld();
  const { seller, pack, household } = await world.jar({ packs: 10, agreedPrice: 5000 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 4 }]);
  await aDeliveredOrder(world, seller, order.number);
  await takeBack(world, order.id, 1, 'one');

  expect(await matureDues(world.system())).toEqual({ parcels: 0, lines: 0 });
  world.later(9 * 24 * 60);
  expect(await matureDues(world.system())).toEqual({ parcels: 1, lines: 1 });
  expect(await matureDues(world.system())).toEqual({ parcels: 0, lines: 0 });

  expect(await lines(world)).toEqual([{ kind: 'sale', fen: 7500 }]);
  expect(await owed(world, 'household-earned')).toBe(0);
  expect(await owed(world, 'household-payable')).toBe(7500);
  const dues = await getHouseholdDues(world.bookkeeper(), household.code, { page: 1 });
  expect(dues).toMatchObject({ money: { accrued: 7500, earned: 0 }, lines: [{ quantity: 1500, agreedPrice: 5000 }] });
  expect(await world.brokenProofs()).toEqual([]);
});

test('what comes back after that is a line below zero, once however often the sweep runs', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10, agreedPrice: 5000 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 4 }]);
  await aMaturedOrder(world, seller, order.number);
  await takeBack(world, order.id, 3, 'late');

  await Promise.all([matureDues(world.system()), matureDues(world.system())]);

  expect(await lines(world)).toEqual([
    { kind: 'sale', fen: 10_000 },
    { kind: 'return', fen: -7_500 },
  ]);
  expect(await owed(world, 'household-payable')).toBe(2500);
  expect(await world.brokenProofs()).toEqual([]);
});

test('an open claim keeps the money where it is; a unit’s acceptance or a counter sale makes it payable at once', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  const claimed = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const accepted = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await aDeliveredOrder(world, seller, claimed.number);
  await world.rows(
    sql`insert into claim (number, order_id, parcel_id, kind, reason, state, move_seq, words, applied_at)
        select 'C1', order_id, id, 'fresh-damage', 'broken', 'applied', 1, '', ${world.now} from parcel where order_id = ${claimed.id}`,
  );

  world.later(WEEKS_LATER);
  const swept = await matureDues(world.system());
  const made = await transact(world.system(), async (tx) => {
    const [parcel] = await rowsOf<{ id: string }>(tx, sql`select id from parcel where order_id = ${accepted.id}`);
    return [await matureParcel(tx, parcel?.id ?? ''), await matureParcel(tx, parcel?.id ?? '')];
  });

  expect(swept).toEqual({ parcels: 0, lines: 0 });
  expect(made).toEqual([1, 0]);
});

test('what was bought at the scale is payable when its buyer paid', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10, agreedPrice: 5000 });
  await world.rows(sql`update lot set mode = 'buyout'`);
  await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);

  await matureDues(world.system());
  await matureDues(world.system());

  expect(await lines(world)).toEqual([{ kind: 'sale', fen: 5000 }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('of two sweeps at once each parcel is matured by one', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 20 });
  for (let each = 0; each < 6; each += 1) {
    const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
    await aDeliveredOrder(world, seller, order.number);
  }
  world.later(WEEKS_LATER);
  await slowly(world, 'due_line');

  const swept = await Promise.all([1, 2, 3].map(() => matureDues(world.system())));

  expect(swept.reduce((sum, { lines: made }) => sum + made, 0)).toBe(6);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a refund booked while the sweep waits for its parcel is in the line', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10, agreedPrice: 5000 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  await aDeliveredOrder(world, seller, order.number);
  const [parcel] = await world.rows<{ id: string }>(sql`select id from parcel where order_id = ${order.id}`);

  await world.raceForRow(
    'parcel',
    parcel?.id ?? '',
    () => takeBack(world, order.id, 1, 'meanwhile'),
    () => transact(world.system(), (tx) => matureParcel(tx, parcel?.id ?? '')).then(() => undefined),
  );
  await matureDues(world.system());

  expect((await lines(world)).reduce((sum, { fen: amount }) => sum + amount, 0)).toBe(2500);
  expect(await world.brokenProofs()).toEqual([]);
});

test('an advance is paid out of the fund, never more than it holds or was earned, and repaid by its sale', async () => {
  await using world = await openWorld();
  const { seller, pack, household } = await world.jar({ packs: 10, agreedPrice: 5000 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 4 }]);
  await withCards(world);
  const books = world.bookkeeper();
  const advance = (amount: number, key: string) =>
    advanceHousehold(books, { household: household.code, amount, reason: 'unit pays late', key });

  await expect(advance(100, 'poor')).rejects.toMatchObject({ code: 'dues.fund-too-small' });
  await fillFund(books, { amount: 8_000, from: 'county', key: 'first' });
  await fillFund(books, { amount: 8_000, from: 'county', key: 'first' });
  await expect(advance(10_001, 'greedy')).rejects.toMatchObject({
    code: 'dues.advance-too-much',
    params: { most: 10_000 },
  });
  const { id } = await advance(6_000, 'one');
  expect(await advance(6_000, 'one')).toEqual({ id });
  expect(await owed(world, 'revolving-fund')).toBe(2_000);
  expect(await owed(world, 'household-payable')).toBe(6_000);

  await aMaturedOrder(world, seller, order.number);

  expect((await lines(world)).map(({ kind, fen: amount }) => [kind, amount])).toEqual([
    ['advance', 6_000],
    ['sale', 10_000],
    ['advance-repaid', -6_000],
  ]);
  expect(await owed(world, 'revolving-fund')).toBe(8_000);
  expect(await owed(world, 'household-payable')).toBe(10_000);
  expect(await world.brokenProofs()).toEqual([]);
});

test('of two advances racing for the last of the fund one is refused', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  const { pack: otherPack } = await world.jar({ packs: 10 });
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await aPaidOrder(world, [{ pack: otherPack.code, count: 10 }]);
  const earners = await world.rows<{ code: string }>(
    sql`select distinct household.code from allocation join household on household.id = household_id order by 1`,
  );
  await fillFund(world.bookkeeper(), { amount: 1_000, from: 'county', key: 'first' });
  await world.rows(sql`alter table revolving_fund add column id uuid default '00000000-0000-7000-8000-000000000000'`);
  const advance = (code: string) => () =>
    advanceHousehold(world.bookkeeper(), { household: code, amount: 800, reason: 'late', key: code });

  const outcomes = await world.raceForRow(
    'revolving_fund',
    '00000000-0000-7000-8000-000000000000',
    ...earners.slice(0, 2).map(({ code }) => advance(code)),
  );

  expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'dues.fund-too-small' } },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});
