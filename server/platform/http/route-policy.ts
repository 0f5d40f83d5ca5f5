import { matchRoutes } from '@remix-run/react';
import type { Actor } from '../ctx.ts';

type RouteObject = Parameters<typeof matchRoutes>[0][number];

/** Who may ask for a route. What may be done there is still the use-case's to say. */
export type Policy = 'public' | 'signed-in' | 'demo-only' | { readonly permission: string };
export type Decision = 'allow' | 'sign-in' | 'forbid' | 'absent';

/** The routes of a Remix build, as far as matching needs them. */
export type RouteManifest = Record<
  string,
  { id: string; parentId?: string | undefined; path?: string | undefined; index?: boolean | undefined } | undefined
>;

/** Whether an actor may have what a policy guards. Outside a demo, what is for a demo only is not there. */
export function decide(policy: Policy, actor: Actor, demo: boolean): Decision {
  if (policy === 'public') return 'allow';
  if (policy === 'demo-only') return demo ? 'allow' : 'absent';
  if (actor.kind === 'anonymous') return 'sign-in';
  if (policy === 'signed-in') return 'allow';
  return actor.kind === 'system' || actor.grants.some((grant) => grant.permission === policy.permission)
    ? 'allow'
    : 'forbid';
}

/** Matching an address takes 0.3 ms, as long as rendering a list: what the busy addresses need is kept. */
const ADDRESSES_KEPT_MAX = 10_000;
const ADDRESS_KEPT_LENGTH_MAX = 200;

/**
 * Decides for a whole request: every route on the way to the page must allow it. A route without a stated policy is
 * refused, so that forgetting one is seen at once and by nobody else.
 */
export function routeGuard(routes: RouteManifest, policies: Record<string, Policy>) {
  const tree = childrenOf(routes, undefined);
  const known = new Map<string, readonly (Policy | undefined)[]>();
  function policiesOf(pathname: string): readonly (Policy | undefined)[] {
    const found = known.get(pathname);
    if (found) return found;
    const matches = matchRoutes(tree, pagePath(pathname)) ?? [];
    const stated = matches.map(({ route }) => policies[route.id ?? '']);
    if (known.size >= ADDRESSES_KEPT_MAX) known.clear();
    if (pathname.length <= ADDRESS_KEPT_LENGTH_MAX) known.set(pathname, stated);
    return stated;
  }
  return function guard(pathname: string, actor: Actor, demo: boolean): Decision {
    for (const policy of policiesOf(pathname)) {
      const decision = policy === undefined ? 'forbid' : decide(policy, actor, demo);
      if (decision !== 'allow') return decision;
    }
    return 'allow';
  };
}

/** The page behind an address: Remix asks for a page's values alone under `.data`. */
function pagePath(pathname: string): string {
  if (pathname === '/_root.data') return '/';
  return pathname.endsWith('.data') ? pathname.slice(0, -'.data'.length) : pathname;
}

function childrenOf(routes: RouteManifest, parentId: string | undefined): RouteObject[] {
  return Object.values(routes)
    .filter((route) => route !== undefined)
    .filter((route) => (route.parentId ?? undefined) === parentId)
    .map(({ id, path, index }) =>
      index
        ? { id, index: true, ...(path ? { path } : {}) }
        : { id, ...(path ? { path } : {}), children: childrenOf(routes, id) },
    );
}
