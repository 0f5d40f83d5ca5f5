import { expect, test } from 'vitest';
import { sql } from '#server/platform/index.ts';
import { aDelivery, aPlacedOrder, openWorld, pay } from '#server/testing/index.ts';
import { addToCart, findCartItems, lapseOrders, placeOrder } from './index.ts';

const fromShop = { channel: 'ecommerce', route: null, language: 'zh-CN', cartId: null } as const;

test('placing an order holds its weight, freezes its price and names the household', async () => {
  await using world = await openWorld();
  const { seller, produce, pack, household } = await world.jar({ packs: 10, price: 4500 });

  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 2 }]);

  expect(order.total).toBe(9000 + 600);
  expect(await world.poolOf(seller, produce)).toMatchObject({ on_hand: 5000, held: 1000, available: 4000 });
  const lines = await world.rows<{ household_id: string; quantity: number; state: string }>(
    sql`select household_id, quantity, state from allocation`,
  );
  expect(lines).toEqual([{ household_id: household.id, quantity: 1000, state: 'held' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('the same key places one order, and another content under the same key is refused', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  const input = aDelivery();

  const first = await placeOrder(world.visitor(), [{ pack: pack.code, count: 1 }], input, fromShop);
  const second = await placeOrder(world.visitor(), [{ pack: pack.code, count: 1 }], input, fromShop);

  expect(second).toEqual({ ...first, repeated: true });
  await expect(placeOrder(world.visitor(), [{ pack: pack.code, count: 2 }], input, fromShop)).rejects.toMatchObject({
    code: 'orders.key-reused',
  });
});

test('of two sendings of one form at the same instant, both get the same order', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 10 });
  const input = aDelivery();
  const send = () => placeOrder(world.visitor(), [{ pack: pack.code, count: 1 }], input, fromShop);

  const outcomes = await world.raceFor(await world.poolOf(seller, produce), send, send);

  const numbers = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.number : outcome.reason));
  expect(numbers[0]).toBe(numbers[1]);
  expect((await world.poolOf(seller, produce)).held).toBe(500);
});

test('asked again after its cart was emptied by it, the order is the same', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  const { cartId } = await addToCart(world.visitor(), null, { pack: pack.code, count: 2 });
  const input = aDelivery();
  const send = async () =>
    placeOrder(world.visitor(), await findCartItems(world.visitor(), cartId), input, { ...fromShop, cartId });

  const first = await send();
  const second = await send();
  await addToCart(world.visitor(), cartId, { pack: pack.code, count: 1 });

  expect(second).toEqual({ ...first, repeated: true });
  await expect(send()).rejects.toMatchObject({ code: 'orders.key-reused' });
});

test('of two sendings of one form for the last jar, both get the same order', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 1 });
  const input = aDelivery();
  const send = () => placeOrder(world.visitor(), [{ pack: pack.code, count: 1 }], input, fromShop);

  const outcomes = await world.raceFor(await world.poolOf(seller, produce), send, send);

  const numbers = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.number : outcome.reason));
  expect(numbers[0]).toBe(numbers[1]);
});

test('of two shoppers racing for the last jar, one is refused and nothing is oversold', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 1 });
  const buy = () => aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);

  const outcomes = await world.raceFor(await world.poolOf(seller, produce), buy, buy);

  const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refusals).toMatchObject([{ reason: { code: 'stock.sold-out', params: { pack: pack.code, packs: 0 } } }]);
  expect(await world.poolOf(seller, produce)).toMatchObject({ held: 500, available: 0 });
});

test('of 200 buyers at once for a pack with 50 left, exactly 50 get one and 150 are told so', async () => {
  await using world = await openWorld({ poolMax: 60 });
  const { seller, produce, pack } = await world.jar({ packs: 50 });

  const outcomes = await Promise.allSettled(
    Array.from({ length: 200 }, () => aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }])),
  );

  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(outcomes.length - refused.length).toBe(50);
  expect(refused.map((outcome) => outcome.reason.code)).toEqual(Array.from({ length: 150 }, () => 'stock.sold-out'));
  expect(await world.poolOf(seller, produce)).toMatchObject({ on_hand: 25_000, held: 25_000, available: 0 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('retail jars and a gift box draw on one pool, summed before anything is taken', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 3 });
  const box = await world.pack(seller, [{ produce, quantity: 1000 }], { price: 9900 });

  const both = aPlacedOrder(world.visitor(), [
    { pack: pack.code, count: 2 },
    { pack: box.code, count: 1 },
  ]);

  await expect(both).rejects.toMatchObject({ code: 'stock.not-enough' });
  expect(await world.poolOf(seller, produce)).toMatchObject({ held: 0, available: 1500 });
});

test('a hold that ran out gives its goods to the next buyer, worker or no worker', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 1 });
  const first = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  world.later(16);

  const second = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);

  expect(second.number).not.toBe(first.number);
  expect(await lapseOrders(world.system())).toBe(0);
  expect(await world.brokenProofs()).toEqual([]);
});

test('goods past their best-before day are not sold', async () => {
  await using world = await openWorld();
  const seller = await world.seller();
  const produce = await world.produce({ shelfDays: 5 });
  const pack = await world.pack(seller, [{ produce, quantity: 500 }]);
  await world.lot(seller, produce, [{ household: await world.household(), quantity: 5000 }], {
    harvestedOn: '2026-05-01',
  });

  const buy = aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);

  await expect(buy).rejects.toMatchObject({ code: 'stock.sold-out' });
});

test('fresh goods need the tick and are not sent to where they would spoil', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5, perishable: true });
  const items = [{ pack: pack.code, count: 1 }];

  await expect(aPlacedOrder(world.visitor(), items, { perishableConfirmed: false })).rejects.toMatchObject({
    code: 'orders.perishable-unconfirmed',
  });
  await expect(aPlacedOrder(world.visitor(), items, { region: '650102' })).rejects.toMatchObject({
    code: 'orders.perishable-far',
  });
});

test('a total other than the one seen is told, never charged', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5, price: 4500 });

  const buy = aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }], { total: 4400 });

  await expect(buy).rejects.toMatchObject({ code: 'orders.price-changed', params: { seen: 4400, total: 5100 } });
});

test('an order never paid lapses and its goods come back', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 5 });
  await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 5 }]);
  const paid = world.jar({ packs: 1 });
  const kept = await aPlacedOrder(world.visitor(), [{ pack: (await paid).pack.code, count: 1 }]);
  await pay(world, kept);
  world.later(16);

  const lapsed = await lapseOrders(world.system());

  expect(lapsed).toBe(1);
  expect(await world.poolOf(seller, produce)).toMatchObject({ held: 0, available: 2500 });
});
