import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { branchPages } from './branch-pages.ts';

type Given = { id: string; parentId?: string; path?: string; index?: boolean; hydrate?: boolean };

/** A build whose pages say which routes they were rendered with, and what their own loader read. */
function aBuild(given: Given[]): ServerBuild {
  const routes = Object.fromEntries(
    given.map(({ hydrate = false, ...route }) => [
      route.id,
      { ...route, module: { default: () => null, handle: { hydrate }, loader: () => ({ from: route.id }) } },
    ]),
  );
  return {
    mode: 'production',
    routes: routes as unknown as ServerBuild['routes'],
    assets: { version: '1', url: '', entry: { module: '', imports: [] }, routes: routes as never },
    entry: {
      module: {
        handleError: () => undefined,
        default: (_request, status, headers, { manifest, staticHandlerContext }) =>
          Response.json(
            { routes: Object.keys(manifest.routes), read: Object.keys(staticHandlerContext.loaderData) },
            { status, headers },
          ),
      },
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    future: { v3_singleFetch: true, v3_lazyRouteDiscovery: true, v3_relativeSplatPath: true } as ServerBuild['future'],
  };
}

const build = aBuild([
  { id: 'root' },
  { id: 'home', parentId: 'root', index: true },
  { id: 'office', parentId: 'root', path: 'office' },
  { id: 'office-start', parentId: 'office', index: true },
  { id: 'office-map', parentId: 'office', path: 'map', hydrate: true },
  { id: 'product', parentId: 'root', path: 'products/:slug' },
]);
const pages = branchPages(build, 'production');

async function ask(path: string) {
  const response = await pages(new Request(`http://shop.example${path}`), {} as AppLoadContext);
  return { status: response.status, ...((await response.json()) as { routes: string[]; read: string[] }) };
}

test('a page is made with the routes that lead to it and no others', async () => {
  expect(await ask('/products/tea')).toEqual({ status: 200, routes: ['root', 'product'], read: ['root', 'product'] });
  expect(await ask('/office')).toMatchObject({ routes: ['root', 'office', 'office-start'] });
  expect(await ask('/')).toMatchObject({ routes: ['root', 'home'] });
});

test('a page that comes alive in the browser, and an address nobody has, get all routes', async () => {
  expect(await ask('/office/map')).toMatchObject({ status: 200, routes: Object.keys(build.routes) });
  expect(await ask('/nowhere')).toMatchObject({ status: 404, routes: Object.keys(build.routes) });
});
