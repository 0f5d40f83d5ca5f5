import { expect, test } from 'vitest';
import { getHealth } from '#server/insight/index.ts';
import { beat, openCtx, sql } from '#server/platform/index.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { createPersona, findAccounts, personActor } from './index.ts';

function administrator(world: World) {
  const held = [{ role: 'administrator' as const, organizationId: null, area: null }];
  return openCtx(world.orm, personActor('admin', '管理员', held), world.now);
}

test('the administrator finds accounts by name or address, with their roles and never a phone', async () => {
  await using world = await openWorld();
  const seller = await world.seller();
  await createPersona(world.system(), {
    code: 'clerk-lin',
    name: '林桂香',
    phone: '13900001111',
    memberships: [{ role: 'clerk', organization: seller.code }],
  });
  await world.rows(
    sql`insert into user_account (id, name, email) values ('u1', '100%', 'percent@example.com'), ('u2', '王五', 'w@example.com')`,
  );

  const found = await findAccounts(administrator(world), { query: '林', page: 1 });

  expect(found).toMatchObject({ accounts: 1, rows: [{ name: '林桂香', email: null, hasPhone: true, sample: true }] });
  expect(found.rows[0]?.memberships).toMatchObject([{ role: 'clerk', area: null }]);
  expect(JSON.stringify(found)).not.toContain('1390000');
  expect((await findAccounts(administrator(world), { query: '%', page: 1 })).rows.map(({ id }) => id)).toEqual(['u1']);
  expect((await findAccounts(administrator(world), { query: '', page: 1 })).accounts).toBe(3);
});

test('work that did not run in time stands first, and nobody else may look', async () => {
  await using world = await openWorld();
  const seller = await world.seller();
  await beat(world.system(), 'orders.lapse', 60);
  await beat(world.system(), 'a.late-one', 5);
  world.later(10);

  const { jobs } = await getHealth(administrator(world));

  expect(jobs.map(({ name, overdue }) => [name, overdue])).toEqual([
    ['a.late-one', true],
    ['orders.lapse', false],
  ]);
  for (const ctx of [world.visitor(), world.clerk(seller), world.bookkeeper()]) {
    await expect(getHealth(ctx)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(findAccounts(ctx, { query: '', page: 1 })).rejects.toMatchObject({ kind: 'forbidden' });
  }
});
