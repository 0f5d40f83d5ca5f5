import { matchRoutes } from '@remix-run/react';

type RouteObject = Parameters<typeof matchRoutes>[0][number];

/** The routes of a Remix build, as far as matching needs them. */
export type RouteManifest = Record<
  string,
  { id: string; parentId?: string | undefined; path?: string | undefined; index?: boolean | undefined } | undefined
>;

/** Addresses anybody can make up must not fill the memory. */
const REMEMBERED_PATHS_MAX = 10_000;
const REMEMBERED_PATH_LENGTH_MAX = 200;

/**
 * The routes from the root to the page behind an address, by id; empty when no route has it. Remembered per address:
 * matching sorts all routes anew each time, 0.3 ms with a hundred of them, as long as rendering a list.
 */
export function branchOf(routes: RouteManifest): (pathname: string) => readonly string[] {
  const tree = childrenOf(routes, undefined);
  const remembered = new Map<string, readonly string[]>();
  return (pathname) => {
    const known = remembered.get(pathname);
    if (known) return known;
    const ids = (matchRoutes(tree, pagePath(pathname)) ?? []).flatMap(({ route }) => route.id ?? []);
    if (remembered.size >= REMEMBERED_PATHS_MAX) remembered.clear();
    if (pathname.length <= REMEMBERED_PATH_LENGTH_MAX) remembered.set(pathname, ids);
    return ids;
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
