import type { RequestListener } from 'node:http';
import * as remixBuild from 'virtual:remix/server-build';
import { getRequestListener } from '@hono/node-server';
import type { ServerBuild } from '@remix-run/node';
import { createApi } from '#app/api/create-api.ts';
import { routePolicies } from '#app/route-policies.ts';
import { entities } from '#server/entities.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { migrations } from '#server/migrations/index.ts';
import { providersOf } from '#server/payments/index.ts';
import { anonymousActor, inDemo, recognize } from '#server/people/index.ts';
import { openAuth } from '#server/platform/auth/index.ts';
import { branchPages } from '#server/platform/http/branch-pages.ts';
import { frontDoor } from '#server/platform/http/front-door.ts';
import { guardPages } from '#server/platform/http/guarded-pages.ts';
import type { RequestContext } from '#server/platform/http/load-context.ts';
import { operations } from '#server/platform/http/operations.ts';
import { sharePages } from '#server/platform/http/shared-pages.ts';
import { openStaticFiles } from '#server/platform/http/static-files.ts';
import { type Reception, webApp } from '#server/platform/http/web-app.ts';
import { readWebSettings } from '#server/platform/http/web-settings.ts';
import { type Env, log, openOrm, readEnv } from '#server/platform/index.ts';
import { messengerOf } from '#server/platform/messages/index.ts';
import { openMetrics } from '#server/platform/metrics.ts';
import { createPageCache, pageCacheLimits } from '#server/platform/page-cache.ts';
import { listenForPurges } from '#server/platform/page-cache-listener.ts';
import { readSecrets } from '#server/platform/secrets.ts';

const BYTES_PER_MB = 1_048_576;

export type Web = { listener: RequestListener; close(): Promise<void> };

type OpenWeb = {
  /** The folder of files built for browsers; null where something in front serves them. */
  clientFolder: string | null;
  isStopping: () => boolean;
  env?: Env;
};

/** Opens everything a web process needs and returns what answers its requests. */
export async function openWeb({ clientFolder, isStopping, env = readEnv() }: OpenWeb): Promise<Web> {
  const settings = readWebSettings();
  const orm = await openOrm({ url: env.DATABASE_URL, entities, migrations, poolMax: env.DATABASE_POOL });
  const auth = openAuth({ orm, env, secrets: readSecrets(), messenger: messengerOf(env) });
  const cache = createPageCache({ ...pageCacheLimits, bytes: settings.PAGE_CACHE_MB * BYTES_PER_MB });
  const purges = listenForPurges(env.DATABASE_DIRECT_URL ?? env.DATABASE_URL, cache);
  const now = () => new Date();
  const metrics = openMetrics({ orm, pages: cache.figures, now });
  const pages = guardPages<RequestContext>({
    routes: remixBuild.routes,
    policies: routePolicies,
    demo: env.demo,
    pages: branchPages(withLoggedErrors(remixBuild as ServerBuild), env.NODE_ENV),
  });

  function contextOf({ arrival, identity, setCookie }: Reception) {
    const { requestId, reader, clientAddress } = arrival;
    const { actor, userId, sessionId } = identity;
    const { language: lang, theme, cartId, cartCount } = reader;
    return {
      orm,
      auth,
      env,
      actor,
      userId,
      sessionId,
      lang,
      theme,
      cartId,
      cartCount,
      requestId,
      clientAddress,
      now,
      setCookie,
    };
  }

  const app = webApp({
    publicUrl: env.PUBLIC_URL,
    stranger: { actor: env.demo ? inDemo(anonymousActor) : anonymousActor, userId: null, sessionId: null, cookies: [] },
    metrics,
    shared: sharePages(cache, Date.now),
    operations: operations({ orm, metrics, metricsToken: settings.METRICS_TOKEN, now, isStopping }),
    identify: (headers) => recognize({ orm, auth, env, headers, now: now() }),
    pages: (request, reception) => pages(request, contextOf(reception)),
    api: createApi({ orm, demo: env.demo, providers: providersOf(env), now }),
    settled: () => purges.caughtUp(),
  });
  return {
    listener: frontDoor({
      files: clientFolder === null ? null : openStaticFiles(clientFolder),
      cache,
      nowMs: Date.now,
      publicUrl: env.PUBLIC_URL,
      clientAddressHeader: env.CLIENT_IP_HEADER,
      inside: getRequestListener(app.fetch, { overrideGlobalObjects: false }),
    }),
    async close() {
      await purges.close();
      await orm.close();
    },
  };
}

/** What a loader, an action or a page throws and does not mean as an answer is a bug, and is written down. */
function withLoggedErrors(build: ServerBuild): ServerBuild {
  const handleError: ServerBuild['entry']['module']['handleError'] = (error, { request, context }) => {
    if (request.signal.aborted || error instanceof DomainError || isRefusal(error)) return;
    const { pathname } = new URL(request.url);
    log.error({ err: error, requestId: context.requestId, method: request.method, path: pathname }, 'a page failed');
  };
  return { ...build, entry: { module: { ...build.entry.module, handleError } } };
}

/** An address or a method no route has: the reader's error, not ours. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500;
}
