import { expect, test } from 'vitest';
import { fen } from '#server/kernel/money.ts';
import { priceCart } from '#server/orders/index.ts';
import { sql } from '#server/platform/index.ts';
import { type AProduce, type ASeller, aPlacedOrder, openWorld, type World } from '#server/testing/index.ts';
import { publishProduct } from './index.ts';

function publish(
  world: World,
  seller: ASeller,
  components: { produce: AProduce; quantity: number }[],
  leastGrams: number,
) {
  const code = `crate-${components.length}-${leastGrams}-${components[0]?.produce.code}`;
  const [main] = components;
  return publishProduct(world.clerk(seller), {
    slug: code,
    organizationId: seller.id,
    countyCode: '350721',
    name: { 'zh-CN': '桔柚' },
    description: { 'zh-CN': '桔柚' },
    family: 'honey',
    mainProduceId: main?.produce.id ?? '',
    packs: [
      {
        code,
        name: { 'zh-CN': '整筐' },
        price: fen(2200),
        packing: fen(100),
        grossGrams: 1300,
        leastGrams,
        components: components.map(({ produce, quantity }) => ({ produceId: produce.id, quantity })),
      },
    ],
    householdPrices: new Map(components.map(({ produce }) => [produce.id, 1000])),
  }).then(() => code);
}

test('a pack sold by weight is paid for the most first, and says so with its price per jin', async () => {
  await using world = await openWorld();
  const seller = await world.seller();
  const produce = await world.produce();
  const code = await publish(world, seller, [{ produce, quantity: 1100 }], 900);
  await world.lot(seller, produce, [{ household: await world.household(), quantity: 11_000, agreedPrice: 1000 }]);

  const cart = await priceCart(world.visitor(), [{ pack: code, count: 2 }], '350702');
  await aPlacedOrder(world.visitor(), [{ pack: code, count: 2 }]);

  expect(cart.goods).toBe(4400);
  expect(cart.sellers[0]?.lines[0]?.catchWeight).toEqual({ leastGrams: 900, mostGrams: 1100, pricePerJin: 1000 });
  expect(await world.rows(sql`select catch_weight as "catchWeight" from order_line`)).toEqual([{ catchWeight: true }]);
  expect(await world.poolOf(seller, produce)).toMatchObject({ held: 2200 });
});

test('by weight only one produce is sold, one that is weighed, and within a bound that leaves something to weigh', async () => {
  await using world = await openWorld();
  const seller = await world.seller();
  const [honey, tea] = [await world.produce(), await world.produce()];
  const eggs = await world.produce({ piece: true });
  const refused = { code: 'catalog.catch-weight' };

  await expect(publish(world, seller, [{ produce: eggs, quantity: 12 }], 10)).rejects.toMatchObject(refused);
  await expect(publish(world, seller, [{ produce: honey, quantity: 1100 }], 1100)).rejects.toMatchObject(refused);
  await expect(publish(world, seller, [{ produce: honey, quantity: 1100 }], 0)).rejects.toMatchObject(refused);
  const two = [honey, tea].map((produce) => ({ produce, quantity: 500 }));
  await expect(publish(world, seller, two, 400)).rejects.toMatchObject(refused);
});
