import { expect, test } from 'vitest';
import type { Actor } from '../ctx.ts';
import { decide, type Policy, routeGuard } from './route-policy.ts';

const stranger: Actor = { kind: 'anonymous', id: null, name: '', grants: [] };
const shopper: Actor = { kind: 'person', id: '1', name: '林', grants: [] };
const clerk: Actor = {
  ...shopper,
  grants: [{ permission: 'parcels.see', organizationId: 'honey', area: null }],
};

const routes = {
  root: { id: 'root' },
  home: { id: 'home', parentId: 'root', index: true },
  account: { id: 'account', parentId: 'root', path: 'account' },
  coop: { id: 'coop', parentId: 'root', path: 'coop' },
  parcel: { id: 'parcel', parentId: 'coop', path: 'parcels/:number' },
  forgotten: { id: 'forgotten', parentId: 'root', path: 'forgotten' },
  outbox: { id: 'outbox', parentId: 'root', path: 'outbox' },
  lost: { id: 'lost', parentId: 'root', path: '*' },
};
const policies: Record<string, Policy> = {
  root: 'public',
  home: 'public',
  account: 'signed-in',
  coop: { permission: 'parcels.see' },
  parcel: 'public',
  outbox: 'demo-only',
  lost: 'public',
};
const guard = routeGuard(routes, policies);

test('each policy lets in whom it names', () => {
  expect(decide('public', stranger, false)).toBe('allow');
  expect(decide('signed-in', stranger, false)).toBe('sign-in');
  expect(decide('signed-in', shopper, false)).toBe('allow');
  expect(decide({ permission: 'parcels.see' }, stranger, false)).toBe('sign-in');
  expect(decide({ permission: 'parcels.see' }, shopper, false)).toBe('forbid');
  expect(decide({ permission: 'parcels.see' }, clerk, false)).toBe('allow');
  expect(decide('demo-only', clerk, false)).toBe('absent');
  expect(decide('demo-only', stranger, true)).toBe('allow');
});

test('a page is guarded by every route above it, also when only its values are asked for', () => {
  expect(guard('/', stranger, false)).toBe('allow');
  expect(guard('/_root.data', stranger, false)).toBe('allow');
  expect(guard('/coop/parcels/7', shopper, false)).toBe('forbid');
  expect(guard('/coop/parcels/7.data', shopper, false)).toBe('forbid');
  expect(guard('/coop/parcels/7', clerk, false)).toBe('allow');
  expect(guard('/account/', stranger, false)).toBe('sign-in');
  expect(guard('/ACCOUNT', stranger, false)).toBe('sign-in');
  expect(guard('/outbox', stranger, false)).toBe('absent');
});

test('a route nobody stated a policy for is refused; an address without a route is left to the page for that', () => {
  expect(guard('/forgotten', clerk, true)).toBe('forbid');
  expect(guard('/no/such/page', stranger, false)).toBe('allow');
});
