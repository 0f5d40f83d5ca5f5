import { expect, test } from 'vitest';
import { aPaidOrder, aPlacedOrder, openWorld } from '#server/testing/index.ts';
import { findLots } from './index.ts';

test('a lot says what is left of it: for sale, held by who has not paid, promised to who has', async () => {
  await using world = await openWorld();
  const { seller, pack, lot } = await world.jar({ packs: 10 });
  await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);

  const list = await findLots(world.clerk(seller), { filter: 'on-shelf', page: 1 });

  expect(list.counts).toEqual({ 'on-shelf': 1, soon: 0, all: 1 });
  expect(list.lots).toMatchObject([
    { code: lot.code, received: 5000, onHand: 5000, held: 500, promised: 1000, available: 3500, households: 1 },
  ]);
});

test('a lot near its best before must go soon, one without stock is history', async () => {
  await using world = await openWorld();
  const seller = await world.seller();
  const household = await world.household();
  const [fresh, keeping] = [await world.produce({ shelfDays: 20 }), await world.produce()];
  const soon = await world.lot(seller, fresh, [{ household, quantity: 1000 }]);
  await world.lot(seller, keeping, [{ household, quantity: 1000 }]);

  const list = await findLots(world.clerk(seller), { filter: 'soon', page: 1 });

  expect(list.lots.map(({ code }) => code)).toEqual([soon.code]);
  expect(list.counts).toEqual({ 'on-shelf': 2, soon: 1, all: 2 });
});

test('a clerk sees the lots of his own cooperative, a visitor none', async () => {
  await using world = await openWorld();
  await world.jar({ packs: 10 });
  const other = await world.seller();

  const list = await findLots(world.clerk(other), { filter: 'all', page: 1 });

  expect(list.lots).toEqual([]);
  await expect(findLots(world.visitor(), { filter: 'all', page: 1 })).rejects.toMatchObject({ kind: 'forbidden' });
});
