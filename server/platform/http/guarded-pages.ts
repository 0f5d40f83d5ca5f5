import type { Actor } from '../ctx.ts';
import { signInPath } from './own-path.ts';
import type { RouteManifest } from './route-branch.ts';
import { type Policy, routeGuard } from './route-policy.ts';

type GuardPages<Context> = {
  routes: RouteManifest;
  policies: Record<string, Policy>;
  demo: boolean;
  pages(request: Request, context: Context): Promise<Response>;
};

/** A path that no route has, and one that says no. Both are answered by pages of the product. */
const ABSENT = '/absent/page';
const REFUSED = '/refused';

/**
 * Puts the route policies in front of the pages: nothing of a guarded route runs for who may not have it. Somebody who
 * only has to sign in is led there and back; the others see the page that says no.
 */
export function guardPages<Context extends { readonly actor: Actor }>({
  routes,
  policies,
  demo,
  pages,
}: GuardPages<Context>): (request: Request, context: Context) => Promise<Response> {
  const guard = routeGuard(routes, policies);
  return async (request, context) => {
    const { pathname } = new URL(request.url);
    const decision = guard(pathname, context.actor, demo);
    if (decision === 'allow') return pages(request, context);
    if (pathname.endsWith('.data')) return new Response(null, { status: decision === 'sign-in' ? 401 : 403 });
    if (decision === 'sign-in') return new Response(null, { status: 302, headers: { location: signInPath(request) } });
    return pages(insteadOf(request, decision === 'forbid' ? REFUSED : ABSENT), context);
  };
}

/** A reading of another page, with what the request says of its reader and nothing of what it wanted done. */
function insteadOf(request: Request, path: string): Request {
  const headers = new Headers();
  for (const name of ['cookie', 'accept', 'accept-language', 'host']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Request(new URL(path, request.url), { headers, signal: request.signal });
}
