import { expect, test } from 'vitest';
import { businessDay } from '#server/kernel/calendar.ts';
import { sql } from '#server/platform/index.ts';
import { book, lineOf } from '#server/refunds/refund.factory.ts';
import { aPaidOrder, openWorld } from '#server/testing/index.ts';
import { getSellerAccount } from './index.ts';

const JUNE = { from: businessDay('2026-06-01'), to: businessDay('2026-06-30') };
const JULY = { from: businessDay('2026-07-01'), to: businessDay('2026-07-31') };
const FIRST = { page: 1 };

test('a cooperative sees what it earned itself, what a refund took back, and what is owed to it, to the fen', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 3 }]);
  const line = await lineOf(world, order);
  world.later(1);
  await book(world, line, { lines: [{ lineId: line.id, count: 1 }] });
  const [made] = await world.rows<{ seller: number; packing: number }>(
    sql`select seller_fen as seller, packing_fen as packing from order_line where id = ${line.id}`,
  );
  const third = (fen = 0) => fen / 3;

  const account = await getSellerAccount(world.clerk(seller), JUNE, FIRST);
  const later = await getSellerAccount(world.clerk(seller), JULY, FIRST);

  const part = (kind: string) => account.parts.find((one) => one.kind === kind);
  expect(part('packing')).toMatchObject({
    opening: 0,
    more: made?.packing,
    less: third(made?.packing),
    closing: 2 * third(made?.packing),
  });
  expect(part('seller-earned')).toMatchObject({ more: made?.seller, less: third(made?.seller) });
  expect(account.sums.closing).toBe(2 * third((made?.seller ?? 0) + (made?.packing ?? 0)));
  expect(account.rows.map(({ kind, orderNumber }) => [kind, orderNumber])).toEqual([
    ['refund', order.number],
    ['sale', order.number],
  ]);
  expect(account.rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(account.sums.closing);
  expect(later).toMatchObject({ rows: [], sums: { opening: account.sums.closing, more: 0, less: 0 } });
  expect(await world.brokenProofs()).toEqual([]);
});

test("no cooperative sees another's account, and nobody without one sees any", async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const other = await world.seller();

  expect(await getSellerAccount(world.clerk(other), JUNE, FIRST)).toMatchObject({ parts: [], rows: [] });
  await expect(getSellerAccount(world.visitor(), JUNE, FIRST)).rejects.toMatchObject({ code: 'access.denied' });
});
