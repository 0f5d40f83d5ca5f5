import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { fen } from '#server/kernel/money.ts';
import { cancelOrder } from '#server/orders/index.ts';
import { sql, transact } from '#server/platform/index.ts';
import { bookRefund } from '#server/refunds/index.ts';
import { aPlacedOrder, openWorld } from '#server/testing/index.ts';
import { findCashRefunds, getCashOrder } from './find-cash.ts';
import { handBackCash } from './send-refund-by-hand.ts';
import { takeCash } from './take-cash.ts';

const cashOf = (taken: number, key: string = randomUUID()) => ({ taken: fen(taken), key });

test('cash for a placed order pays it, gives change, and a receipt under a number of its own', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 5, price: 4500 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const input = cashOf(10_000);

  const taken = await takeCash(world.clerk(seller), seller.id, order.number, input);
  const again = await takeCash(world.clerk(seller), seller.id, order.number, input);

  expect(taken).toMatchObject({ receipt: `${seller.code}-000001`, change: 10_000 - order.total });
  expect(again).toEqual(taken);
  expect(await getCashOrder(world.clerk(seller), seller.id, order.number)).toMatchObject({
    state: 'paid',
    receipt: { number: taken.receipt, change: taken.change },
  });
  expect(
    await world.rows(sql`select sum(amount)::int as sum from posting join account on account.id = account_id
      where code = ${`clearing:cash:${seller.id}`}`),
  ).toEqual([{ sum: order.total }]);
  await expect(takeCash(world.clerk(seller), seller.id, order.number, cashOf(10_000))).rejects.toMatchObject({
    code: 'cash.already-taken',
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('too little, an order taken back, one of another seller too, and a stranger are refused', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 5, price: 4500 });
  const other = await world.jar({ packs: 5, price: 4500 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const both = await aPlacedOrder(world.visitor(), [
    { pack: pack.code, count: 1 },
    { pack: other.pack.code, count: 1 },
  ]);
  const clerk = world.clerk(seller);

  await expect(takeCash(clerk, seller.id, order.number, cashOf(order.total - 1))).rejects.toMatchObject({
    code: 'cash.too-little',
    params: { missing: 0.01 },
  });
  await expect(takeCash(clerk, seller.id, both.number, cashOf(50_000))).rejects.toMatchObject({
    code: 'cash.other-sellers',
  });
  await expect(takeCash(clerk, other.seller.id, both.number, cashOf(50_000))).rejects.toMatchObject({
    code: 'access.denied',
  });
  await expect(
    takeCash(world.clerk(other.seller), other.seller.id, order.number, cashOf(50_000)),
  ).rejects.toMatchObject({ code: 'orders.unknown' });
  await cancelOrder(world.visitor(), order.number, { accessKey: order.accessKey });
  await expect(takeCash(clerk, seller.id, order.number, cashOf(50_000))).rejects.toMatchObject({
    code: 'cash.not-placed',
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('of two cashiers taking cash for one order at once, one is refused, and receipts have no gap', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 5, price: 4500 });
  const items = [{ pack: pack.code, count: 1 }];
  const order = await aPlacedOrder(world.visitor(), items);
  const next = await aPlacedOrder(world.visitor(), items);

  const take = () => takeCash(world.clerk(seller), seller.id, order.number, cashOf(10_000));
  const outcomes = await world.raceForRow('trade_order', order.id, take, take);
  const later = await takeCash(world.clerk(seller), seller.id, next.number, cashOf(10_000));

  expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'cash.already-taken' } },
  ]);
  expect(later.receipt).toBe(`${seller.code}-000002`);
  expect(await world.brokenProofs()).toEqual([]);
});

test('cash owed back is handed back over the counter that took it, once', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 5, price: 4500 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const taken = await takeCash(world.clerk(seller), seller.id, order.number, cashOf(10_000));
  const [parcel] = await world.rows<{ id: string; line: string }>(
    sql`select parcel.id, line.id as line from parcel join order_line as line on line.parcel_id = parcel.id
        where parcel.order_id = ${order.id}`,
  );
  await transact(world.system(), (tx) =>
    bookRefund(tx, {
      key: 'test',
      parcelId: parcel?.id ?? '',
      kind: 'cancelled',
      goods: 'unsent',
      bearer: 'source',
      lines: [{ lineId: parcel?.line ?? '', count: 1 }],
      freight: 'all-left',
      reason: '买家取消',
    }),
  );

  const [owed] = await findCashRefunds(world.clerk(seller), seller.id);
  expect(owed).toMatchObject({ number: order.number, amount: order.total });
  await handBackCash(world.clerk(seller), seller.id, owed?.id ?? '', { receivedBy: '林晓' });
  await handBackCash(world.clerk(seller), seller.id, owed?.id ?? '', { receivedBy: '林晓' });

  expect(await findCashRefunds(world.clerk(seller), seller.id)).toEqual([]);
  expect(
    await world.rows(sql`select sum(amount)::int as sum from posting join account on account.id = account_id
      where code = ${`clearing:cash:${seller.id}`}`),
  ).toEqual([{ sum: 0 }]);
  expect(taken.change).toBeGreaterThan(0);
  expect(await world.brokenProofs()).toEqual([]);
});
