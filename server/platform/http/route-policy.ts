import type { Actor } from '../ctx.ts';
import { branchOf, type RouteManifest } from './route-branch.ts';

/** Who may ask for a route. What may be done there is still the use-case's to say. */
export type Policy = 'public' | 'signed-in' | 'demo-only' | { readonly permission: string };
export type Decision = 'allow' | 'sign-in' | 'forbid' | 'absent';

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

/**
 * Decides for a whole request: every route on the way to the page must allow it. A route without a stated policy is
 * refused, so that forgetting one is seen at once and by nobody else.
 */
export function routeGuard(routes: RouteManifest, policies: Record<string, Policy>) {
  const branch = branchOf(routes);
  return function guard(pathname: string, actor: Actor, demo: boolean): Decision {
    for (const id of branch(pathname)) {
      const policy = policies[id];
      const decision = policy === undefined ? 'forbid' : decide(policy, actor, demo);
      if (decision !== 'allow') return decision;
    }
    return 'allow';
  };
}
