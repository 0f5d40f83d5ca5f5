import { expect, test } from 'vitest';
import { businessDay } from '#server/kernel/calendar.ts';
import { sql } from '#server/platform/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { SetFreight } from './contract.ts';
import { getFreight } from './get-freight.ts';
import { setFreight } from './set-freight.ts';

const DAY_MINUTES = 24 * 60;
const toFujian = (wish: Partial<Record<keyof SetFreight, unknown>> = {}) =>
  SetFreight.parse({
    zone: 'fujian',
    from: '2026-06-03',
    firstGrams: '1000',
    firstFen: '4.50',
    stepGrams: '500',
    stepFen: '1',
    shipsPerishable: 'on',
    ...wish,
  });
const freightOf = (world: World) =>
  world.rows<{ fen: number }>(sql`select freight_fen::int as fen from trade_order order by placed_at, id`);

test('a rate set for a day is asked from that day on, and what was sold before keeps its freight', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10, price: 4500 });
  const items = [{ pack: pack.code, count: 1 }];

  await setFreight(world.clerk(seller), toFujian());
  await aPaidOrder(world, items);
  world.later(2 * DAY_MINUTES);
  await aPaidOrder(world, items);

  expect((await freightOf(world)).map(({ fen }) => fen)).toEqual([600, 450]);
  const [fujian] = (await getFreight(world.clerk(seller))).zones;
  expect(fujian).toMatchObject({
    zone: 'fujian',
    own: true,
    provinceCodes: ['35'],
    now: { firstFen: 450 },
    coming: [],
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('of several rates the one that began last is asked; those before and to come can still be read', async () => {
  await using world = await openWorld();
  const { seller } = await world.jar({ packs: 1 });
  const clerk = () => world.clerk(seller);
  await setFreight(clerk(), toFujian());
  await setFreight(clerk(), toFujian({ from: '2026-06-04', firstFen: '5' }));
  await setFreight(clerk(), toFujian({ from: '2026-06-20', firstFen: '9' }));
  world.later(4 * DAY_MINUTES);

  const { zones, today } = await getFreight(clerk());

  expect(today).toBe(businessDay('2026-06-05'));
  expect(zones[0]).toMatchObject({
    now: { firstFen: 500, validFrom: '2026-06-04' },
    coming: [{ firstFen: 900, validFrom: '2026-06-20' }],
    past: [{ firstFen: 450, validFrom: '2026-06-03' }],
  });
  expect(zones[1]).toMatchObject({ zone: 'near', own: false, now: { firstFen: 800 } });
});

test('no rate begins today, none is set twice for a day, and none that stands is changed', async () => {
  await using world = await openWorld();
  const { seller } = await world.jar({ packs: 1 });
  const clerk = world.clerk(seller);
  await setFreight(clerk, toFujian());

  const refused = { kind: 'invalid', code: 'catalog.freight-begun', params: { field: 'from' } };
  await expect(setFreight(clerk, toFujian({ from: '2026-06-01' }))).rejects.toMatchObject(refused);
  await expect(setFreight(clerk, toFujian({ from: '2028-01-01' }))).rejects.toMatchObject({
    code: 'catalog.freight-too-far',
  });
  await expect(setFreight(clerk, toFujian({ firstFen: '1' }))).rejects.toMatchObject({
    code: 'catalog.freight-day-taken',
  });
  await expect(setFreight(world.visitor(), toFujian())).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(world.rows(sql`update freight_rate set first_fen = 1`)).rejects.toThrow();
  await expect(world.rows(sql`delete from freight_rate`)).rejects.toThrow();
  expect((await getFreight(world.clerk(await world.seller()))).zones[0]?.coming).toEqual([]);
});
