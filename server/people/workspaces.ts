import type { Actor } from '#server/platform/index.ts';
import type { Permission } from './roles.ts';

/** The doors for work: which one an actor finds open follows from what he may do there. */
const workspaces = [
  { key: 'admin', href: '/admin', needs: 'people.manage' },
  { key: 'coop', href: '/coop', needs: 'parcels.see' },
  { key: 'books', href: '/books', needs: 'books.read' },
  { key: 'office', href: '/office', needs: 'households.read' },
  { key: 'household', href: '/household', needs: 'statements.see-own' },
  { key: 'till', href: '/coop/cash', needs: 'payments.take-cash' },
] as const satisfies { key: string; href: string; needs: Permission }[];

export type WorkspaceKey = (typeof workspaces)[number]['key'];

/** The workspaces that are an actor's, the one he lands in first: an administrator may enter others' too. */
export function workspacesOf(actor: Actor): { key: WorkspaceKey; href: string }[] {
  return workspaces
    .filter(({ needs }) => actor.grants.some((grant) => grant.permission === needs))
    .map(({ key, href }) => ({ key, href }));
}
