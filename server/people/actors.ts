import type { Actor, Grant } from '#server/platform/index.ts';
import { demoLets, everybodyMay, type Permission, type RoleName, roles } from './roles.ts';

/** Where a role is held, as the membership row says it. */
export type Held = { role: RoleName; organizationId: string | null; area: string | null };

/** Somebody who has not said who he is. */
export const anonymousActor: Actor = {
  kind: 'anonymous',
  id: null,
  name: '',
  grants: grantsFor(everybodyMay, null, null),
};

/** A person with what his memberships allow, each bounded by the reach of its role. */
export function personActor(id: string, name: string, held: readonly Held[]): Actor {
  return { kind: 'person', id, name, grants: [...grantsFor(everybodyMay, null, null), ...held.flatMap(grantsOf)] };
}

/** The same actor with what a demo lets everybody do. */
export function inDemo(actor: Actor): Actor {
  return { ...actor, grants: [...actor.grants, ...grantsFor(demoLets, null, null)] };
}

function grantsOf({ role, organizationId, area }: Held): Grant[] {
  const { reach, permissions } = roles[role];
  if (reach === 'organization') return organizationId === null ? [] : grantsFor(permissions, organizationId, null);
  if (reach === 'area') return area === null ? [] : grantsFor(permissions, null, area);
  return grantsFor(permissions, null, null);
}

function grantsFor(permissions: readonly Permission[], organizationId: string | null, area: string | null): Grant[] {
  return permissions.map((permission) => ({ permission, organizationId, area }));
}
