import { expect, test } from 'vitest';
import { businessDay } from '#server/kernel/calendar.ts';
import { fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { transact } from '#server/platform/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { findLedgerAccounts, getBalanceOfDays, getLedgerAccount, getLedgerEntry } from './index.ts';

const JUNE = { from: businessDay('2026-06-01'), to: businessDay('2026-06-30') };
const JULY = { from: businessDay('2026-07-01'), to: businessDay('2026-07-31') };
const FIRST = { page: 1 };
const MINUTES_PER_DAY = 1_440;

async function aSale(world: World) {
  const jar = await world.jar({ packs: 10, agreedPrice: 5_000 });
  const order = await aPaidOrder(world, [{ pack: jar.pack.code, count: 1 }]);
  return { ...jar, order };
}

test('a kind of account opens to its accounts, an account to its postings, a posting to its whole entry and its order', async () => {
  await using world = await openWorld();
  const { household, order } = await aSale(world);
  const books = world.bookkeeper();

  const balance = await getBalanceOfDays(books, JUNE);
  const kind = await findLedgerAccounts(books, 'household-earned', JUNE, FIRST);
  const account = await getLedgerAccount(books, `household-earned:${household.id}`, JUNE, FIRST);
  const entry = await getLedgerEntry(books, account.rows[0]?.entryId ?? '', FIRST);

  // 500 g at 50 yuan a kilo.
  const row = { opening: 0, debit: 0, credit: 2_500, closing: -2_500, postings: 1 };
  expect(balance.rows.find((one) => one.kind === 'household-earned')).toMatchObject(row);
  expect(kind).toMatchObject({ pages: 1, sums: { credit: 2_500, closing: -2_500 } });
  expect(kind.rows).toMatchObject([{ ...row, owner: { code: household.code, name: { 'zh-CN': '张春生' } } }]);
  expect(account).toMatchObject({ ...row, owner: { code: household.code } });
  expect(account.rows).toMatchObject([
    { amount: -2_500, kind: 'sale', subject: { what: 'order', number: order.number } },
  ]);
  expect(entry).toMatchObject({ kind: 'sale', sum: 0, subject: { what: 'order', number: order.number } });
  expect(entry.postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  expect(entry.postings).toHaveLength(entry.count);
  const ofHousehold = entry.postings.find((posting) => posting.account.kind === 'household-earned');
  expect(ofHousehold).toMatchObject({
    account: { owner: { code: household.code } },
    quantity: 500,
    agreedPrice: 5_000,
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('a kind there is none of, and an id that is none, are told so before a query', async () => {
  await using world = await openWorld();
  await aSale(world);
  const books = world.bookkeeper();

  await expect(findLedgerAccounts(books, 'nope', JUNE, FIRST)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(getLedgerEntry(books, 'xyz', FIRST)).rejects.toMatchObject({ code: 'ledger.entry-unknown' });
  expect((await findLedgerAccounts(books, 'household-earned', JULY, { page: 9 })).page).toBe(1);
  expect(await world.brokenProofs()).toEqual([]);
});

test('what was booked before the days asked for is opening, and what was booked after them is not there', async () => {
  await using world = await openWorld();
  const { household } = await aSale(world);
  const books = world.bookkeeper();
  const code = `household-earned:${household.id}`;

  const july = await getLedgerAccount(books, code, JULY, FIRST);
  const may = await getLedgerAccount(
    books,
    code,
    { from: businessDay('2026-05-01'), to: businessDay('2026-05-31') },
    FIRST,
  );

  expect(july).toMatchObject({ opening: -2_500, debit: 0, credit: 0, closing: -2_500, rows: [] });
  expect(may).toMatchObject({ opening: 0, closing: 0, rows: [] });
  expect((await findLedgerAccounts(books, 'household-earned', JULY, FIRST)).sums).toMatchObject({
    opening: -2_500,
    credit: 0,
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('a long account is read page by page, newest first, and its sums are of all of it', async () => {
  await using world = await openWorld();
  const account = (code: string) => ({ code, kind: code, ownerId: null });
  for (let day = 0; day < 60; day += 1) {
    await transact(world.system(), (tx) =>
      postEntry(tx, {
        key: `fund:${day}`,
        kind: 'fund-filled',
        reference: `fund:${day}`,
        postings: [
          { account: account('cash'), amount: fen(100 + day), detail: null },
          { account: account('platform-fee'), amount: fen(-100 - day), detail: null },
        ],
      }),
    );
    world.later(MINUTES_PER_DAY / 4);
  }
  const books = world.bookkeeper();

  const [first, second, beyond] = await Promise.all(
    [1, 2, 99].map((page) => getLedgerAccount(books, 'cash', JUNE, { page })),
  );

  expect(first?.rows).toHaveLength(50);
  expect(first?.rows[0]?.amount).toBe(159);
  expect(second?.rows.map(({ amount }) => amount)).toEqual([109, 108, 107, 106, 105, 104, 103, 102, 101, 100]);
  expect(beyond).toEqual(second);
  expect(first).toMatchObject({ pages: 2, debit: 7_770, closing: 7_770, postings: 60 });
  expect(first?.rows[0]?.subject).toBeNull();
});

test('the ledger is for who keeps the books; what is not on it is said not to be', async () => {
  await using world = await openWorld();
  await expect(getBalanceOfDays(world.visitor(), JUNE)).rejects.toMatchObject({ code: 'access.denied' });
  await expect(findLedgerAccounts(world.visitor(), 'cash', JUNE, FIRST)).rejects.toMatchObject({
    code: 'access.denied',
  });
  await expect(getLedgerAccount(world.visitor(), 'cash', JUNE, FIRST)).rejects.toMatchObject({ code: 'access.denied' });
  await expect(getLedgerEntry(world.visitor(), world.now.toISOString(), FIRST)).rejects.toMatchObject({
    code: 'access.denied',
  });

  const books = world.bookkeeper();
  await expect(getLedgerAccount(books, 'nobody', JUNE, FIRST)).rejects.toMatchObject({
    code: 'ledger.account-unknown',
  });
  await expect(getLedgerEntry(books, '00000000-0000-4000-8000-000000000000', FIRST)).rejects.toMatchObject({
    code: 'ledger.entry-unknown',
  });
  await expect(findLedgerAccounts(books, 'nothing', JUNE, { page: 7 })).rejects.toMatchObject({
    code: 'ledger.account-unknown',
  });
});
