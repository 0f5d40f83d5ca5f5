import { expect, test } from 'vitest';
import { personActor, type RoleName } from '#server/people/index.ts';
import { openCtx } from '#server/platform/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { findOfficeHouseholds } from './index.ts';

const VILLAGE = '350721106201';

function office(world: World, role: RoleName, area: string | null) {
  return openCtx(world.orm, personActor('office', '陈', [{ role, organizationId: null, area }]), world.now);
}

test('an office sees the households of its area with what they make and what reached them', async () => {
  await using world = await openWorld();
  const { pack, household } = await world.jar({ packs: 10, agreedPrice: 5000 });
  const unreached = await world.household('李四');
  await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);

  const view = await findOfficeHouseholds(office(world, 'county-office', '350721'), {
    place: null,
    filter: 'all',
    page: 1,
  });

  expect(view.counts).toEqual({ all: 2, unreached: 1 });
  expect(view.total).toEqual({ orders: 1, households: 1, earned: 5000 });
  expect(view.counties).toEqual([{ code: '350721', orders: 1, households: 1, earned: 5000 }]);
  const rows = new Map(view.rows.map((row) => [row.code, row]));
  expect(rows.get(household.code)).toMatchObject({
    name: '张春生',
    orders: 1,
    earned: 5000,
    makes: [{ en: 'Wildflower honey' }],
  });
  expect(rows.get(unreached.code)).toMatchObject({ name: '李四', orders: 0, lastEarnedAt: null, makes: [] });
  expect(JSON.stringify(view)).not.toContain('phone');
});

test('an office of another county sees none of them, and may not ask for a place outside its own', async () => {
  await using world = await openWorld();
  await world.jar({ packs: 10 });
  const elsewhere = office(world, 'county-office', '350722');

  const view = await findOfficeHouseholds(elsewhere, { place: null, filter: 'all', page: 1 });

  expect(view).toMatchObject({ rows: [], counts: { all: 0 }, counties: [] });
  for (const place of [VILLAGE, '350721', '35', '%']) {
    await expect(findOfficeHouseholds(elsewhere, { place, filter: 'all', page: 1 })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  }
});

test('who has no area sees nothing, the administrator sees all', async () => {
  await using world = await openWorld();
  const { seller } = await world.jar({ packs: 10 });
  const all = { place: null, filter: 'unreached', page: 1 } as const;

  const view = await findOfficeHouseholds(office(world, 'administrator', null), all);

  expect(view).toMatchObject({ areas: [], counts: { all: 1, unreached: 1 } });
  for (const ctx of [world.visitor(), world.clerk(seller), world.bookkeeper()]) {
    await expect(findOfficeHouseholds(ctx, all)).rejects.toMatchObject({ kind: 'forbidden' });
  }
});
