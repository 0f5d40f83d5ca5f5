import { expect, test } from 'vitest';
import { sql } from '#server/platform/index.ts';
import { openWorld } from '#server/testing/index.ts';
import { openLocation, verifyCapacity } from './index.ts';

test('a household hands over what was verified and not a gram more, until more is verified', async () => {
  await using world = await openWorld();
  const [seller, produce, household] = [await world.seller(), await world.produce(), await world.household()];
  const seen = { householdId: household.id, produceId: produce.id, season: 2026 };
  await world.lot(seller, produce, [{ household, quantity: 5000 }], { capacity: 5000 });
  const more = () => world.lot(seller, produce, [{ household, quantity: 1 }], { capacity: 5000 });

  await expect(more()).rejects.toMatchObject({
    code: 'stock.over-capacity',
    params: { capacity: 5000, received: 5000 },
  });
  const verified = await verifyCapacity(world.system(), {
    ...seen,
    basis: { count: 2, unit: 'hive', yieldEach: 3000 },
  });
  await more();

  expect(verified).toEqual({ quantity: 6000 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('a capacity below what was handed over is refused and leaves what stood', async () => {
  await using world = await openWorld();
  const [seller, produce, household] = [await world.seller(), await world.produce(), await world.household()];
  await world.lot(seller, produce, [{ household, quantity: 5000 }]);

  const lower = verifyCapacity(world.system(), {
    householdId: household.id,
    produceId: produce.id,
    season: 2026,
    basis: { count: 1, unit: 'hive', yieldEach: 4999 },
  });

  await expect(lower).rejects.toMatchObject({
    code: 'stock.capacity-below-received',
    params: { quantity: 4999, received: 5000 },
  });
  expect(await world.rows(sql`select quantity from capacity`)).toEqual([{ quantity: 5000 }]);
});

test('only who may verify does, and an organization has one store at a place', async () => {
  await using world = await openWorld();
  const [seller, produce, household] = [await world.seller(), await world.produce(), await world.household()];
  const basis = { count: 1, unit: 'hive', yieldEach: 1 };

  const capacity = { householdId: household.id, produceId: produce.id, season: 2026, basis };
  const place = { organizationId: seller.id, regionCode: '350721106', name: { 'zh-CN': '另一间' } };

  await expect(verifyCapacity(world.clerk(seller), capacity)).rejects.toMatchObject({ code: 'access.denied' });
  await expect(openLocation(world.clerk(seller), place)).rejects.toMatchObject({ code: 'stock.location-taken' });
});
