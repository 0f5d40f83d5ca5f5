import { expect, test } from 'vitest';
import { sql } from '#server/platform/index.ts';
import { openWorld } from '#server/testing/index.ts';
import { foundOrganization } from './index.ts';

const bees = {
  code: 'fushi-bees',
  kind: 'cooperative',
  creditCode: '91350100M000100Y43',
  name: { 'zh-CN': '富石蜂业' },
  intro: null,
  regionCode: '350721106',
  phone: null,
} as const;

test('an organization is founded once; a wrong credit code, a place nobody knows and a stranger are refused', async () => {
  await using world = await openWorld();
  await foundOrganization(world.system(), bees);

  const refusals = [
    [() => foundOrganization(world.system(), bees), 'people.organization-taken'],
    [() => foundOrganization(world.system(), { ...bees, code: 'other-bees' }), 'people.organization-taken'],
    [() => foundOrganization(world.system(), { ...bees, creditCode: '91350100M000100Y4Z' }), 'people.credit-code'],
    [() => foundOrganization(world.system(), { ...bees, code: 'far', regionCode: '110101' }), 'places.region-unknown'],
    [() => foundOrganization(world.visitor(), { ...bees, code: 'mine' }), 'access.denied'],
  ] as const;

  for (const [refused, code] of refusals) await expect(refused()).rejects.toMatchObject({ code });
  expect(await world.rows(sql`select code from organization`)).toEqual([{ code: 'fushi-bees' }]);
});
