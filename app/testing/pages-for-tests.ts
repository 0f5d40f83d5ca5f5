import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { routePolicies } from '#app/route-policies.ts';
import { DomainError } from '#server/kernel/errors.ts';
import type { Language } from '#server/kernel/text.ts';
import { inDemo } from '#server/people/index.ts';
import { openAuth } from '#server/platform/auth/index.ts';
import { guardPages } from '#server/platform/http/guarded-pages.ts';
import type { RequestContext } from '#server/platform/http/load-context.ts';
import { type Actor, type MikroORM, readEnv } from '#server/platform/index.ts';
import { demoMessenger } from '#server/platform/messages/demo-messenger.ts';
import { buildForTests } from './build-for-tests.ts';

type Reader = { actor: Actor; language?: Language; cartId?: string | null; clientAddress?: string };
export type Pages = { build: ServerBuild; ask(request: Request, reader: Reader): Promise<Response>; bugs: unknown[] };

/** The pages of a demo shop, guarded as they are in it, without the process around them. What throws is kept. */
export function pagesForTests(shop: { orm: MikroORM; url: string; now: Date }): Pages {
  const built = buildForTests();
  const bugs: unknown[] = [];
  const handleError = (error: unknown) => {
    if (!(error instanceof DomainError) && !isRefusal(error)) bugs.push(error);
  };
  const build = { ...built, entry: { module: { ...built.entry.module, handleError } } };
  const env = readEnv({ DATABASE_URL: shop.url, NODE_ENV: 'test', DEMO: 'on' });
  const auth = openAuth({ orm: shop.orm, env, secrets: { session: 's'.repeat(40) }, messenger: demoMessenger });
  const pages = guardPages<RequestContext>({
    routes: build.routes,
    policies: routePolicies,
    demo: true,
    pages: createRequestHandler(build, 'test'),
  });
  const ask = (request: Request, { actor, language = 'zh-CN', cartId = null, clientAddress = '203.0.113.7' }: Reader) =>
    pages(request, {
      orm: shop.orm,
      auth,
      env,
      actor: inDemo(actor),
      userId: actor.id,
      sessionId: null,
      lang: language,
      theme: null,
      cartId,
      cartCount: 0,
      requestId: 'test',
      clientAddress,
      now: () => shop.now,
      setCookie: () => undefined,
    });
  return { build, ask, bugs };
}

function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500;
}
