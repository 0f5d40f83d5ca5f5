import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import { branchOf } from './route-branch.ts';

type Pages = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * Answers each page with a build of the few routes that lead to it. Remix sorts, copies and wraps every route it is given
 * several times per request: of a hundred routes that takes longer than to render the page. A page that comes alive in
 * the browser gets all of them, for there the routes beside it are asked for too.
 */
export function branchPages(build: ServerBuild, mode: string): Pages {
  const branch = branchOf(build.routes);
  const whole: Pages = createRequestHandler(build, mode);
  const handlers = new Map<string, Pages>();
  return (request, context) => {
    const ids = branch(new URL(request.url).pathname);
    const leaf = ids.at(-1);
    if (leaf === undefined || ids.some((id) => isAlive(build, id))) return whole(request, context);
    let handler = handlers.get(leaf);
    if (!handler) {
      handler = createRequestHandler(onlyRoutes(build, new Set(ids)), mode);
      handlers.set(leaf, handler);
    }
    return handler(request, context);
  };
}

function isAlive(build: ServerBuild, id: string): boolean {
  return (build.routes[id]?.module.handle as { hydrate?: boolean } | undefined)?.hydrate === true;
}

function onlyRoutes(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const routes = only(build.routes, ids);
  return { ...build, routes, assets: { ...build.assets, routes: only(build.assets.routes, ids) } };
}

function only<Entry>(entries: Record<string, Entry>, ids: ReadonlySet<string>): Record<string, Entry> {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => ids.has(id)));
}
