import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { can } from '#server/platform/index.ts';
import { anonymousActor, inDemo, personActor } from './actors.ts';
import { permissions, roleNames, roles } from './roles.ts';

test('every permission a use-case or page asks for is one that can be given', () => {
  const asked = globSync('{server,app}/**/*.{ts,tsx}').flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return [...source.matchAll(/\b(?:authorize|can|organizationsWith)\((?:ctx|tx|actor|ctx\.actor), '([^']+)'/g)].map(
      ([, permission]) => ({ file, permission }),
    );
  });

  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter(({ permission }) => !(permissions as readonly string[]).includes(permission ?? ''))).toEqual([]);
});

test('a clerk packs in his own cooperative and nowhere else', () => {
  const clerk = personActor('1', '林', [{ role: 'clerk', organizationId: 'honey', area: null }]);

  expect(can(clerk, 'parcels.pack', { organizationId: 'honey' })).toBe(true);
  expect(can(clerk, 'parcels.pack', { organizationId: 'tea' })).toBe(false);
  expect(can(clerk, 'parcels.pack')).toBe(false);
  expect(can(clerk, 'books.read')).toBe(false);
});

test('an office reads the households of its area and no others', () => {
  const office = personActor('1', '陈', [{ role: 'county-office', organizationId: null, area: '350721' }]);

  expect(can(office, 'households.read', { area: '350721100201' })).toBe(true);
  expect(can(office, 'households.read', { area: '350722' })).toBe(false);
  expect(can(office, 'households.read')).toBe(false);
});

test('a membership that lacks its bounds grants nothing', () => {
  const unbound = personActor('1', '王', [
    { role: 'clerk', organizationId: null, area: null },
    { role: 'city-office', organizationId: null, area: null },
  ]);

  expect(unbound.grants).toEqual(anonymousActor.grants);
});

test('everybody may look and order; only a demo shows its outbox', () => {
  expect(can(anonymousActor, 'orders.place')).toBe(true);
  expect(can(anonymousActor, 'outbox.read')).toBe(false);
  expect(can(inDemo(anonymousActor), 'outbox.read')).toBe(true);
});

test('no role but the two that reach everywhere holds a grant without bounds', () => {
  const free = roleNames.filter((role) => {
    const holder = personActor('1', '', [{ role, organizationId: 'o', area: '35' }]);
    const extra = holder.grants.slice(anonymousActor.grants.length);
    return extra.some((grant) => grant.organizationId === null && grant.area === null);
  });

  // A household's is bounded too: its queries find by the phone of the actor, nobody else's.
  expect(free.filter((role) => roles[role].reach !== 'self')).toEqual(['bookkeeper', 'administrator']);
  expect(roles.household.permissions).toEqual(['statements.see-own']);
});
