import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { systemActor } from './ctx.ts';
import { overdueHeartbeats } from './heartbeat.ts';
import { countDeadLetters } from './jobs/dead-letters.ts';
import { type MikroORM, openCtx } from './orm.ts';
import { outboxLag } from './outbox.ts';
import type { PageCacheFigures } from './page-cache.ts';

/** What answered a request; few and fixed, since every value is a series of its own. */
export type AnsweredBy = 'page' | 'api' | 'operations' | 'refusal';

export type Metrics = {
  /** Notes one request that was not a file nor a kept page. */
  answered(by: AnsweredBy, method: string, status: number, seconds: number): void;
  read(): Promise<{ contentType: string; body: string }>;
};

type Sources = { orm: MikroORM; pages: PageCacheFigures; now: () => Date };

/** Figures for a Prometheus server. What the database must be asked for is asked when they are read, not before. */
export function openMetrics({ orm, pages, now }: Sources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];

  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Requests that were not answered from files or kept pages',
    labelNames: ['by', 'method', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  new Gauge({
    name: 'page_cache_bytes',
    help: 'Memory held by kept pages',
    registers,
    collect() {
      this.set(pages.bytes);
    },
  });
  new Gauge({
    name: 'page_cache_pages',
    help: 'Kept pages',
    registers,
    collect() {
      this.set(pages.pages);
    },
  });
  const lookups = new Counter({
    name: 'page_cache_lookups_total',
    help: 'Look-ups of kept pages',
    labelNames: ['found'],
    registers,
  });
  const purged = new Counter({
    name: 'page_cache_purged_total',
    help: 'Pages dropped because what they show changed',
    registers,
  });
  const waiting = new Gauge({ name: 'outbox_waiting', help: 'News not yet handed to its listeners', registers });
  const oldest = new Gauge({ name: 'outbox_oldest_seconds', help: 'Age of the oldest news that waits', registers });
  const dead = new Gauge({
    name: 'outbox_dead_letters',
    help: 'News a listener could not hear however often it was told',
    registers,
  });
  const overdue = new Gauge({
    name: 'heartbeats_overdue',
    help: 'Recurring work that should have run and has not',
    registers,
  });

  async function ask(): Promise<void> {
    const ctx = openCtx(orm, systemActor, now());
    const lag = await outboxLag(ctx);
    waiting.set(lag.waiting);
    oldest.set(lag.oldest === null ? 0 : Math.max(0, (ctx.now.getTime() - Date.parse(lag.oldest)) / 1_000));
    dead.set(await countDeadLetters(ctx));
    overdue.set((await overdueHeartbeats(ctx)).length);
  }

  return {
    answered(by, method, status, seconds) {
      requests.observe({ by, method: knownMethod(method), status }, seconds);
    },
    async read() {
      lookups.reset();
      lookups.inc({ found: 'yes' }, pages.hits);
      lookups.inc({ found: 'no' }, pages.misses);
      purged.reset();
      purged.inc(pages.purged);
      await ask();
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}

function knownMethod(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';
}
