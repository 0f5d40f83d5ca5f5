import type { ServerBuild } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import * as entry from '#app/entry.server.tsx';
import * as root from '#app/root.tsx';
import routeConfig from '#app/routes.ts';

const modules = import.meta.glob('../routes/*.{ts,tsx}', { eager: true }) as Record<string, object>;

/** The pages as a build would hold them, without building: for tests that send requests through them. */
export function buildForTests(): ServerBuild {
  const routes: ServerBuild['routes'] = {
    root: { id: 'root', path: '', module: root as unknown as ServerBuild['routes'][string]['module'] },
  };
  addRoutes(routeConfig, 'root', routes);
  return {
    entry: { module: entry },
    routes,
    assets: {
      entry: { imports: [], module: '' },
      routes: Object.fromEntries(Object.values(routes).map((route) => [route?.id, assetsOf(route)])),
      url: '',
      version: 'test',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { v3_singleFetch: true, v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
    isSpaMode: false,
  } as unknown as ServerBuild;
}

function addRoutes(entries: readonly RouteConfigEntry[], parentId: string, into: ServerBuild['routes']): void {
  for (const { file, id = file.replace(/\.tsx?$/, ''), path, index, caseSensitive, children } of entries) {
    const module = modules[`../${file}`];
    if (!module) throw new Error(`routes.ts names ${file}, which is not there`);
    into[id] = { id, parentId, path, index, caseSensitive, module } as ServerBuild['routes'][string];
    addRoutes(children ?? [], id, into);
  }
}

function assetsOf(route: ServerBuild['routes'][string]) {
  return { id: route?.id, parentId: route?.parentId, path: route?.path, index: route?.index, module: '', imports: [] };
}
