import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createApi } from '#app/api/create-api.ts';
import { endpoints } from '#app/api/endpoints.ts';
import { registerProviders, sandboxOnly } from '#server/payments/index.ts';
import { anonymousActor } from '#server/people/index.ts';
import { frontDoor } from '#server/platform/http/front-door.ts';
import { serve } from '#server/platform/http/serve.ts';
import { sharePages } from '#server/platform/http/shared-pages.ts';
import { type ApiEnv, webApp } from '#server/platform/http/web-app.ts';
import type { MikroORM } from '#server/platform/index.ts';
import { createPageCache } from '#server/platform/page-cache.ts';

type Shop = { orm: MikroORM; now: Date };
type Sent = { body?: unknown; headers?: Record<string, string> };
// biome-ignore lint/suspicious/noExplicitAny: what was answered is for the test to say.
export type Answered = { status: number; headers: Headers; json: any };
export type Ask = (method: string, path: string, sent?: Sent) => Promise<Answered>;

const noProviders = registerProviders([], []);
const stranger = { actor: anonymousActor, userId: null, sessionId: null, cookies: [] };
const reader = {
  language: 'zh-CN',
  theme: null,
  cartId: null,
  cartCount: 0,
  hasSession: false,
  isStranger: true,
} as const;

/** Asks the API without a socket in between. A body that is no text is sent as JSON. */
export function apiOf(shop: Shop, { demo = true, address = '203.0.113.7' } = {}): Ask {
  const api = createApi({ orm: shop.orm, demo, providers: demo ? sandboxOnly : noProviders, now: () => shop.now });
  const arrival = { requestId: 'test', reader, key: null, target: '/', clientAddress: address };
  const env: ApiEnv['Bindings'] = { arrival, identity: stranger, setCookie: () => undefined };
  return async (method, path, sent = {}) =>
    checked(method, path, await api.request(`http://shop/api/v1${path}`, initOf(method, sent), env));
}

/** The API behind the front door and on a port, as programs meet it. */
export async function openApiOverHttp(shop: Shop): Promise<{ ask: Ask } & AsyncDisposable> {
  const cache = createPageCache();
  const app = webApp({
    publicUrl: undefined,
    stranger,
    metrics: { answered: () => undefined, read: async () => ({ contentType: 'text/plain', body: '' }) },
    shared: sharePages(cache, Date.now),
    operations: new Hono<{ Bindings: HttpBindings }>(),
    identify: async () => stranger,
    pages: async () => new Response(null, { status: 404 }),
    api: createApi({ orm: shop.orm, demo: true, providers: sandboxOnly, now: () => shop.now }),
    settled: async () => undefined,
  });
  const inside = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const door = { files: null, cache, nowMs: Date.now, publicUrl: undefined, clientAddressHeader: undefined, inside };
  const serving = await serve(frontDoor(door), { port: 0, host: '127.0.0.1' });
  return {
    ask: async (method, path, sent = {}) =>
      checked(method, path, await fetch(`http://127.0.0.1:${serving.port}/api/v1${path}`, initOf(method, sent))),
    [Symbol.asyncDispose]: () => serving.stop(),
  };
}

function initOf(method: string, { body, headers = {} }: Sent): RequestInit {
  if (body === undefined) return { method, headers };
  const isText = typeof body === 'string' || body instanceof Uint8Array;
  return {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: isText ? (body as string) : JSON.stringify(body),
  };
}

/** Whatever is answered in a test is what the contract says, no field less and none more. */
async function checked(method: string, path: string, response: Response): Promise<Answered> {
  const text = await response.text();
  const json = text === '' ? null : JSON.parse(text);
  const { status, headers } = response;
  const [bare = ''] = path.split('?');
  const endpoint = endpoints.find(
    (one) => one.method === method.toLowerCase() && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(bare),
  );
  if (status < 300 && endpoint) {
    const reply = endpoint.responses[status];
    if (!reply) throw new Error(`${method} ${path} answers ${status}, which its contract does not say`);
    const parsed = reply.schema ? reply.schema.parse(json) : null;
    if (JSON.stringify(sorted(parsed)) !== JSON.stringify(sorted(json))) {
      throw new Error(`${method} ${path} answers more than its contract says: ${text}`);
    }
  }
  return { status, headers, json };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
