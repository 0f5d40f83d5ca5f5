import type { HttpBindings } from '@hono/node-server';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createPageCache } from '../page-cache.ts';
import { frontDoor } from './front-door.ts';
import { serve } from './serve.ts';
import { sharePages } from './shared-pages.ts';
import { type ApiEnv, type Identity, webApp } from './web-app.ts';

const stranger: Identity = {
  actor: { kind: 'anonymous', id: null, name: '', grants: [] },
  userId: null,
  sessionId: null,
  cookies: [],
};
const html = { 'content-type': 'text/html; charset=utf-8' };

/** A shop of one page, over real sockets. `/slow` answers when told to. */
async function openShop() {
  const cache = createPageCache();
  cache.trust();
  const slow = Promise.withResolvers<void>();
  const seen: Request[] = [];
  const app = webApp({
    publicUrl: undefined,
    stranger,
    metrics: { answered: () => undefined, read: async () => ({ contentType: 'text/plain', body: '' }) },
    shared: sharePages(cache, Date.now),
    operations: new Hono<{ Bindings: HttpBindings }>().get('/healthz', (c) => c.json({ status: 'alive' })),
    identify: async () => ({ ...stranger, actor: { ...stranger.actor, kind: 'person', name: '林' } }),
    async pages(request, { identity, setCookie }) {
      seen.push(request);
      const { pathname } = new URL(request.url);
      if (pathname === '/broken') throw new Error('a bug');
      if (pathname === '/slow') await slow.promise;
      if (request.method === 'POST') {
        setCookie('cart_count=1; Path=/');
        return new Response(await request.text(), { status: 200, headers: html });
      }
      const body = `${identity.actor.name || 'stranger'} ${request.headers.get('cookie')} ${'tea '.repeat(1_000)}`;
      return new Response(body, { headers: { ...html, 'x-cache-tags': 'list product:tea' } });
    },
    api: new Hono<ApiEnv>().get('/api/v1/me', (c) => c.json({ kind: c.env.identity.actor.kind })),
    settled: async () => undefined,
  });
  const inside = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const door = { files: null, cache, nowMs: Date.now, publicUrl: undefined, clientAddressHeader: undefined, inside };
  const serving = await serve(frontDoor(door), { port: 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${serving.port}`;
  return {
    cache,
    seen,
    slow,
    serving,
    get: (path: string, headers: Record<string, string> = {}) => fetch(address + path, { headers }),
    post: (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
      fetch(address + path, { method: 'POST', body, headers }),
    [Symbol.asyncDispose]: () => serving.stop(),
  };
}

test('strangers share one rendering of a page; a purge of a tag of it causes the next', async () => {
  await using shop = await openShop();

  const first = await shop.get('/tea?b=2&a=1');
  const second = await shop.get('/tea?a=1&utm_source=wx&b=2', { 'accept-encoding': 'gzip' });
  expect(await second.text()).toBe(await first.text());
  expect(shop.seen).toHaveLength(1);
  expect(second.headers.get('content-encoding')).toBe('gzip');
  expect(second.headers.get('x-cache-tags')).toBeNull();
  expect(second.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");

  const etag = first.headers.get('etag') ?? '';
  expect((await shop.get('/tea?a=1&b=2', { 'if-none-match': etag })).status).toBe(304);

  shop.cache.purge(['product:tea']);
  await shop.get('/tea?a=1&b=2');
  expect(shop.seen).toHaveLength(2);
});

test('a page is nobody else’s where a session, another language or another basket is in play', async () => {
  await using shop = await openShop();

  await shop.get('/tea');
  const own = await shop.get('/tea', { cookie: 'qixiao.session_token=1' });
  const english = await shop.get('/tea', { cookie: 'lang=en' });
  const basket = await shop.get('/tea', { cookie: 'cart_count=3' });

  expect(await own.text()).toContain('林');
  expect(await english.text()).toContain('lang=en');
  expect(await basket.text()).toContain('cart_count=3');
  expect(shop.seen).toHaveLength(4);
});

test('a form of another site is turned away, one of ours sets its cookies', async () => {
  await using shop = await openShop();

  const foreign = await shop.post('/cart', 'pack=1', { origin: 'http://evil.example' });
  expect([foreign.status, shop.seen.length]).toEqual([403, 0]);

  const own = await shop.post('/cart', 'pack=1');
  expect(await own.text()).toBe('pack=1');
  expect(own.headers.getSetCookie()).toEqual(['cart_count=1; Path=/']);
});

test('what is too large, too long or unreadable is refused in a sentence, in the reader’s language', async () => {
  await using shop = await openShop();

  const large = await shop.post('/cart', 'a'.repeat(1_100_000));
  const long = await shop.get(`/tea?q=${'a'.repeat(5_000)}`, { cookie: 'lang=en' });
  const unreadable = await shop.get('/tea/%ff');
  const nul = await shop.post('/api/v1/carts', '{"a":"\\u0000"}', { 'content-type': 'application/json' });

  expect([large.status, long.status, unreadable.status, nul.status]).toEqual([413, 414, 400, 400]);
  expect(await large.text()).toContain('表单最多 1 MB');
  expect(await long.text()).toContain('The address is too long');
  expect(await nul.json()).toMatchObject({ error: { code: 'request.bad-body' } });
  expect(shop.seen).toHaveLength(0);
});

test('a bug is answered by a calm page with the number it was written down under', async () => {
  await using shop = await openShop();

  const broken = await shop.get('/broken', { cookie: 'lang=en' });

  expect(broken.status).toBe(500);
  expect(await broken.text()).toContain(broken.headers.get('x-request-id'));
});

test('the API is told who asks', async () => {
  await using shop = await openShop();

  expect(await (await shop.get('/api/v1/me')).json()).toEqual({ kind: 'anonymous' });
  expect(await (await shop.get('/api/v1/me', { cookie: 'qixiao.session_token=1' })).json()).toEqual({ kind: 'person' });
});

test('a request under way when the process is told to stop is answered, and new ones are not taken', async () => {
  await using shop = await openShop();
  const underway = shop.get('/slow');
  while (shop.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

  const stopped = shop.serving.stop();
  await expect(shop.get('/tea')).rejects.toThrow();
  shop.slow.resolve();

  expect((await underway).status).toBe(200);
  await stopped;
});
