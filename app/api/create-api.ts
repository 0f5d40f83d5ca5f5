import { type Context, Hono } from 'hono';
import { messages as english } from '#app/i18n/en/index.ts';
import { registerMessages } from '#app/i18n/translator.ts';
import { messages as chinese } from '#app/i18n/zh-CN/index.ts';
import type { Language } from '#server/kernel/text.ts';
import type { Providers } from '#server/payments/index.ts';
import { anonymousActor } from '#server/people/index.ts';
import { plainResponse } from '#server/platform/http/plain-page.ts';
import { languageAsked } from '#server/platform/http/reader.ts';
import { decide } from '#server/platform/http/route-policy.ts';
import type { ApiEnv } from '#server/platform/http/web-app.ts';
import { log, type MikroORM, openCtx } from '#server/platform/index.ts';
import { openAllowance } from './allowance.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { readInput } from './read-input.ts';
import { RequestRefusal, refusalResponse } from './refusal.ts';

const BASE = '/api/v1';
const readings = { times: 3_000, seconds: 60 };
const changes = { times: 600, seconds: 60 };

type ApiOptions = { orm: MikroORM; demo: boolean; providers: Providers; now(): Date };

registerMessages('zh-CN', chinese);
registerMessages('en', english);

/**
 * The JSON API below /api/v1, made of the table of endpoints. It knows no cookies: whoever asks is a stranger, and what
 * he may do he shows by the secrets in his request. So no other site can make a browser do anything here in his name.
 */
export function createApi(options: ApiOptions): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>({ strict: false });
  const allowances = { reading: openAllowance(readings), changing: openAllowance(changes) };
  api.use(async (c, next) => {
    const allow = c.req.method === 'GET' || c.req.method === 'HEAD' ? allowances.reading : allowances.changing;
    allow(c.env.arrival.clientAddress, options.now().getTime());
    await next();
  });
  for (const endpoint of endpoints) {
    api.on(endpoint.method.toUpperCase(), honoPath(endpoint), (c) => answer(endpoint, c, options));
  }
  api.notFound((c) => refuse(c, absent(c, options)));
  api.onError((error, c) => refuse(c, error));
  return api;
}

async function answer(
  endpoint: Endpoint,
  c: Context<ApiEnv>,
  { orm, demo, providers, now }: ApiOptions,
): Promise<Response> {
  const decision = decide(endpoint.policy, anonymousActor, demo);
  if (decision === 'absent') throw new RequestRefusal(404, 'api.no-endpoint');
  if (decision === 'sign-in') throw new RequestRefusal(401, 'access.sign-in-first');
  if (decision === 'forbid') throw new RequestRefusal(403, 'access.denied');

  const input = await readInput(endpoint, c.req.raw, c.req.param());
  const { status, body, headers } = await endpoint.answer({
    ...input,
    ctx: openCtx(orm, anonymousActor, now()),
    language: languageOf(c),
    demo,
    providers,
    origin: new URL(c.req.url).origin,
  });
  if (body === null) return new Response(null, { status, headers: headers ?? {} });
  return Response.json(body, { status, headers: headers ?? {} });
}

function refuse(c: Context<ApiEnv>, error: unknown): Response {
  const language = languageOf(c);
  const refused = refusalResponse(error, language);
  if (refused) return refused;
  const { requestId } = c.env.arrival;
  log.error({ err: error, requestId, method: c.req.method, path: c.req.path }, 'the API failed');
  return plainResponse('broken', { language, requestId, json: true });
}

/** Nothing is at this address, or nothing that takes this method. */
function absent(c: Context<ApiEnv>, { demo }: ApiOptions): RequestRefusal {
  const here = endpoints.filter(
    (endpoint) => decide(endpoint.policy, anonymousActor, demo) !== 'absent' && pattern(endpoint).test(c.req.path),
  );
  if (here.length === 0) return new RequestRefusal(404, 'api.no-endpoint');
  const allow = here.map(({ method }) => method.toUpperCase()).join(', ');
  return new RequestRefusal(405, 'api.wrong-method', { params: { allow }, headers: { allow } });
}

function languageOf(c: Context<ApiEnv>): Language {
  return languageAsked(c.req.url, c.req.header('accept-language'));
}

function honoPath({ path }: Endpoint): string {
  return BASE + path.replace(/\{(\w+)\}/g, ':$1');
}

function pattern({ path }: Endpoint): RegExp {
  return new RegExp(`^${BASE}${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`);
}
