import { timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Metrics } from '../metrics.ts';
import type { MikroORM } from '../orm.ts';
import { readiness } from './readiness.ts';

type Operations = {
  orm: MikroORM;
  metrics: Metrics;
  metricsToken: string | undefined;
  now: () => Date;
  isStopping: () => boolean;
};

/** What machines ask about this process: does it live, can it serve, how does it fare. */
export function operations({
  orm,
  metrics,
  metricsToken,
  now,
  isStopping,
}: Operations): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/healthz', (c) => c.json({ status: 'alive' }));
  app.get('/readyz', async (c) => {
    if (isStopping()) return c.json({ status: 'stopping' }, 503);
    const found = await readiness(orm, now());
    return c.json(found, found.status === 'not-ready' ? 503 : 200);
  });
  app.get('/metrics', async (c) => {
    const { incoming } = c.env;
    const given = c.req.header('authorization')?.replace(/^Bearer /, '');
    if (!isFromHere(incoming) && !isToken(given, metricsToken)) return c.notFound();
    const { contentType, body } = await metrics.read();
    return c.body(body, 200, { 'content-type': contentType });
  });
  return app;
}

/** Asked on this machine itself; what a proxy passes on comes from this machine too, and is not. */
function isFromHere({ socket, headers }: HttpBindings['incoming']): boolean {
  const isLoopback = /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
  return isLoopback && !headers['x-forwarded-for'] && !headers.forwarded && !headers['x-real-ip'];
}

function isToken(given: string | undefined, token: string | undefined): boolean {
  if (!given || !token || given.length !== token.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(token));
}
