import { Readable } from 'node:stream';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Actor } from '../ctx.ts';
import { log } from '../log.ts';
import type { AnsweredBy, Metrics } from '../metrics.ts';
import { sendStoredPage } from './cached-page.ts';
import { compress } from './compress.ts';
import { type Arrival, arrivalOf } from './front-door.ts';
import { type PlainReason, plainResponse, wantsJson } from './plain-page.ts';
import { languageAsked } from './reader.ts';
import { canonicalCookies } from './reader-cookies.ts';
import { isOwnOrigin } from './same-origin.ts';
import { secure } from './security-headers.ts';
import { type SharedPages, TAGS_HEADER } from './shared-pages.ts';

export type Identity = { actor: Actor; userId: string | null; sessionId: string | null; cookies: readonly string[] };

/** Everything about one request that is known before a route sees it. */
export type Reception = { arrival: Arrival; identity: Identity; setCookie(header: string): void };

/** What handlers of the API find in `c.env`: who asks, from where, and how to set a cookie. */
export type ApiEnv = { Bindings: Reception };

export type WebApp = {
  publicUrl: string | undefined;
  /** Who asks without a session cookie. */
  stranger: Identity;
  metrics: Metrics;
  shared: SharedPages;
  operations: Hono<{ Bindings: HttpBindings }>;
  /** Whose session the request carries. Asked only when a session cookie came along. */
  identify(headers: Headers): Promise<Identity>;
  pages(request: Request, reception: Reception): Promise<Response>;
  /** Everything below /api. */
  api: Hono<ApiEnv>;
  /** Resolves when every page changed by a request that has just been worked on is known to be stale. */
  settled(): Promise<void>;
};

type In = Context<{ Bindings: HttpBindings }>;
const SLOW_MS = 1_000;

/** What lies behind the front door: who asks, may he, and which part of the product answers. */
export function webApp(of: WebApp): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    note(c, performance.now() - started, of.metrics);
  });
  app.route('/', of.operations);
  app.all('*', (c) => answer(c, of));
  app.onError((error, c) => {
    const { requestId } = arrivalOf(c.env.incoming);
    log.error({ err: error, requestId, method: c.req.method, path: c.req.path }, 'a request failed');
    const response = plain('broken', c);
    secure(response.headers, requestId);
    return response;
  });
  return app;
}

async function answer(c: In, of: WebApp): Promise<Response> {
  const arrival = arrivalOf(c.env.incoming);
  const { reader } = arrival;
  const request = requestOf(c, arrival, of.publicUrl);
  if (!isOwnOrigin(request, of.publicUrl)) return finish(plain('foreign-form', c), c, []);
  // Checked above and by our own rule; a second check behind would know nothing of the public address.
  request.headers.delete('origin');

  const identity = reader.hasSession ? await of.identify(request.headers) : of.stranger;
  const cookies = [...identity.cookies];
  const reception = { arrival, identity, setCookie: (header: string) => void cookies.push(header) };
  if (isApi(c.req.path)) {
    const response = await of.api.fetch(request, reception);
    if (isChange(request)) await of.settled();
    return finish(response, c, cookies);
  }
  if (arrival.key !== null) return answerStranger(c, of, request, reception, cookies, arrival.key);
  const response = await of.pages(request, reception);
  if (isChange(request)) await of.settled();
  return finish(response, c, cookies);
}

async function answerStranger(
  c: In,
  of: WebApp,
  request: Request,
  reception: Reception,
  cookies: string[],
  key: string,
) {
  const { requestId } = reception.arrival;
  const found = await of.shared.answer(key, async () => {
    const response = withHeaders(await of.pages(request, reception), cookies);
    secure(response.headers, requestId);
    return replaceBroken(response, reception, c);
  });
  if ('response' in found) return finish(found.response, c, []);
  sendStoredPage(found.page, c.env.incoming, c.env.outgoing);
  return RESPONSE_ALREADY_SENT;
}

async function finish(response: Response, c: In, cookies: readonly string[]): Promise<Response> {
  const finished = withHeaders(response, cookies);
  const { requestId } = arrivalOf(c.env.incoming);
  finished.headers.delete(TAGS_HEADER);
  if (!finished.headers.has('cache-control')) finished.headers.set('cache-control', 'private, no-cache');
  secure(finished.headers, requestId);
  return compress(finished, c.req.header('accept-encoding') ?? null);
}

/** A reply of one sentence, to a reader or to a program, in the language of each. */
function plain(reason: PlainReason, c: In): Response {
  const { requestId, reader } = arrivalOf(c.env.incoming);
  const json = wantsJson(c.req.path, c.req.header('accept'));
  const language = json ? languageAsked(c.req.url, c.req.header('accept-language')) : reader.language;
  return plainResponse(reason, { language, requestId, json });
}

/** The same reply with headers that can be changed, and with the cookies set on the way. */
function withHeaders(response: Response, cookies: readonly string[]): Response {
  const headers = new Headers(response.headers);
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(response.body, { status: response.status, headers });
}

/** When even the page that says so could not be made, what is left is bare text: our plain page says it better. */
function replaceBroken(response: Response, { arrival }: Reception, c: In): Response {
  const isBare = response.status === 500 && !response.headers.get('content-type')?.startsWith('text/html');
  if (!isBare || c.req.path.endsWith('.data')) return response;
  return plainResponse('broken', { language: arrival.reader.language, requestId: arrival.requestId, json: false });
}

/**
 * The request as the pages see it. For what strangers share it is always a GET of the one spelling of the address with
 * the cookies of its key, and is not broken off when the first of those who wait goes away.
 */
function requestOf(c: In, arrival: Arrival, publicUrl: string | undefined): Request {
  const { incoming, outgoing } = c.env;
  const origin = publicUrl ? new URL(publicUrl).origin : `http://${incoming.headers.host ?? 'localhost'}`;
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] as string, incoming.rawHeaders[at + 1] as string);
  }
  if (arrival.key !== null) {
    headers.set('cookie', canonicalCookies(arrival.reader));
    return new Request(origin + arrival.target, { headers });
  }
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const { method = 'GET' } = incoming;
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(incoming);
  const init: RequestInit & { duplex: 'half' } = { method, headers, body, signal: gone.signal, duplex: 'half' };
  return new Request(origin + arrival.target, init);
}

function bodyOf(incoming: HttpBindings['incoming']): BodyInit {
  const { rawBody } = incoming as typeof incoming & { rawBody?: Buffer };
  return (rawBody as Uint8Array<ArrayBuffer> | undefined) ?? (Readable.toWeb(incoming) as ReadableStream);
}

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

function isChange({ method }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function note(c: In, ms: number, metrics: Metrics): void {
  const { path, method } = c.req;
  const { status } = c.res;
  const by: AnsweredBy = isApi(path) ? 'api' : /^\/(?:healthz|readyz|metrics)$/.test(path) ? 'operations' : 'page';
  metrics.answered(by, method, status, ms / 1_000);
  if (ms < SLOW_MS && status < 500) return;
  log.warn(
    { requestId: arrivalOf(c.env.incoming).requestId, method, path, status, ms: Math.round(ms) },
    'slow or failed',
  );
}
