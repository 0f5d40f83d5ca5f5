import { expect, test } from 'vitest';
import { findLastProof, proveAndKeep } from '#server/insight/index.ts';
import { businessDay } from '#server/kernel/calendar.ts';
import { totalOf } from '#server/kernel/make-up.ts';
import { aMaturedOrder } from '#server/payouts/settlement.factory.ts';
import { sql } from '#server/platform/index.ts';
import { aPaidOrder, aPlacedOrder, openWorld } from '#server/testing/index.ts';
import {
  findHouseholdSales,
  getBooksOverview,
  getHouseholdLedger,
  getOrderEntries,
  listHouseholdSales,
} from './index.ts';

const JUNE = { from: businessDay('2026-06-01'), to: businessDay('2026-06-07') };
const MAY = { from: businessDay('2026-05-25'), to: businessDay('2026-05-31') };

test('a figure by household opens to postings that add up to it, and each to an entry that sums to zero', async () => {
  await using world = await openWorld();
  const { pack, household, lot } = await world.jar({ packs: 10, agreedPrice: 5001 });
  const first = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const books = world.bookkeeper();

  const sales = await findHouseholdSales(books, { ...JUNE, page: 1 });
  const ledger = await getHouseholdLedger(books, household.code, 1, JUNE);
  const { entries } = await getOrderEntries(books, first.number);

  // 1.5 kg at 50.01 yuan is 75.015: half a fen goes up, once for all three jars.
  expect(sales).toMatchObject({
    total: 7502,
    households: 1,
    rows: [{ code: household.code, orders: 2, earned: 7502 }],
  });
  expect(ledger).toMatchObject({ earned: 7502, period: { total: 7502 } });
  expect(ledger.entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(7502);
  expect(ledger.entries.at(-1)).toMatchObject({ orderNumber: first.number, lotCode: lot.code, quantity: 500 });
  expect(entries).toMatchObject([{ kind: 'sale', sum: 0 }]);
  expect(entries[0]?.postings.find(({ account }) => account.kind === 'household-earned')).toMatchObject({
    account: { owner: { code: household.code } },
    lotCode: lot.code,
    quantity: 500,
    agreedPrice: 5001,
    amount: -2501,
  });
});

test('sales stay sales when their money becomes payable: no figure changes with it', async () => {
  await using world = await openWorld();
  const { seller, pack, household } = await world.jar({ packs: 10, agreedPrice: 5000 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const books = world.bookkeeper();
  const figures = async () => ({
    sales: await findHouseholdSales(books, { ...JUNE, to: businessDay('2026-06-30'), page: 1 }),
    ledger: await getHouseholdLedger(books, household.code, 1),
    week: (await getBooksOverview(books)).thisWeek,
    entries: (await getOrderEntries(books, order.number)).entries.length,
  });
  const before = await figures();

  await aMaturedOrder(world, seller, order.number);
  const matured = await figures();

  expect(before.sales.total).toBe(5000);
  expect({ ...matured, ledger: { ...matured.ledger, accounts: before.ledger.accounts } }).toEqual(before);
  const owed = (kind: string) => matured.ledger.accounts.find((account) => account.kind === kind)?.owed;
  expect([owed('household-earned'), owed('household-payable')]).toEqual([0, 5000]);
});

test('days without a sale show nothing, while what was earned stays what it is', async () => {
  await using world = await openWorld();
  const { pack, household } = await world.jar({ packs: 10, agreedPrice: 5000 });
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);

  const ledger = await getHouseholdLedger(world.bookkeeper(), household.code, 1, MAY);

  expect(ledger).toMatchObject({ earned: 2500, period: { total: 0 }, entries: [], pages: 1 });
  expect(await listHouseholdSales(world.bookkeeper(), MAY)).toEqual([]);
  expect(await listHouseholdSales(world.bookkeeper(), JUNE)).toHaveLength(1);
});

test('the week of the overview is what its paid orders came to', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10, price: 4500 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);

  const { thisWeek, lastWeek, unapplied } = await getBooksOverview(world.bookkeeper());

  expect(thisWeek).toMatchObject({ from: '2026-06-01', to: '2026-06-07', orders: 1, households: 1 });
  expect(totalOf(thisWeek.makeUp)).toBe(order.total);
  expect(lastWeek).toMatchObject({ orders: 0, households: 0 });
  expect(unapplied).toEqual([]);
});

test('money that came in and was not booked waits for the bookkeeper', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await world.rows(sql`update payment set applied_at = null`);

  const { unapplied } = await getBooksOverview(world.bookkeeper());

  expect(unapplied).toMatchObject([{ orderNumber: order.number, amount: order.total }]);
});

test('the last proof is kept with what it found', async () => {
  await using world = await openWorld();
  const before = await findLastProof(world.bookkeeper());

  const proof = await proveAndKeep(world.bookkeeper());

  expect(before).toBeNull();
  expect(proof.holds).toBe(true);
  expect(await findLastProof(world.bookkeeper())).toEqual(proof);
});

test('an order never paid has no entry, and the books are closed to everybody else', async () => {
  await using world = await openWorld();
  const { seller, pack, household } = await world.jar({ packs: 10 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);

  expect(await getOrderEntries(world.bookkeeper(), order.number)).toMatchObject({ entries: [], makeUp: null });
  await expect(getOrderEntries(world.bookkeeper(), 'none')).rejects.toMatchObject({ code: 'orders.unknown' });
  for (const ctx of [world.visitor(), world.clerk(seller)]) {
    await expect(getBooksOverview(ctx)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(getHouseholdLedger(ctx, household.code, 1)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(getOrderEntries(ctx, order.number)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(listHouseholdSales(ctx, JUNE)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(proveAndKeep(ctx)).rejects.toMatchObject({ kind: 'forbidden' });
  }
});
