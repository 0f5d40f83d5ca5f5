import { PgBoss, type WorkOptions } from 'pg-boss';
import { assert } from '#server/kernel/errors.ts';
import { systemActor } from '../ctx.ts';
import { beat } from '../heartbeat.ts';
import { log } from '../log.ts';
import { type MikroORM, openCtx } from '../orm.ts';
import type { Delivered } from '../outbox.ts';
import { run, sql } from '../sql.ts';
import { DEAD_LETTERS, JOBS_SCHEMA } from './dead-letters.ts';
import { type Job, type Listener, queueOf } from './job.ts';
import { cronOf, graceMinutes } from './recurrence.ts';
import { relayNews } from './relay.ts';

const ZONE = 'Asia/Shanghai';
const POOL_MAX = 4;
const STOP_MS_MAX = 8_000;
const NEWS_PER_BATCH = 20;
/** With pauses from two seconds up to an hour: about ten hours, before somebody must look. */
const NEWS_TRIES = 20;
/** New work knocks; work to be tried again does not, and is looked for this often. */
const LOOK_AGAIN_SECONDS = 5;
const RELAY_EVERY_MS = 1_000;
const RELAY_AFTER_FAULT_MS = 5_000;
export const RELAY_HEARTBEAT = 'outbox relay';
const RELAY_BEATS_EVERY_MS = 60_000;
const RELAY_LATE_MINUTES = 5;

export type OpenWorker = {
  orm: MikroORM;
  /** A direct connection: the queue listens, which does not pass a transaction-pooling proxy. */
  url: string;
  jobs: readonly Job[];
  listeners: readonly Listener[];
  now: () => Date;
};

export type Worker = {
  /** Takes no new work, lets what runs finish, and ends. */
  stop(): Promise<void>;
};

/** Runs recurring jobs and hands news from the outbox to those who listen. Any number of workers may run side by side. */
export async function openWorker({ orm, url, jobs, listeners, now }: OpenWorker): Promise<Worker> {
  assertNamedOnce([...jobs, ...listeners]);
  const boss = new PgBoss({
    connectionString: url,
    schema: JOBS_SCHEMA,
    max: POOL_MAX,
    application_name: 'worker',
    useListenNotify: true,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the queue reports a fault'));
  await boss.start();
  const open = () => openCtx(orm, systemActor, now());

  await boss.createQueue(DEAD_LETTERS, { retentionSeconds: 90 * 86_400 });
  for (const listener of listeners) await serveListener(boss, listener, open);
  for (const job of jobs) await serveJob(boss, job, open);
  await forgetOthers(boss, jobs, open);

  const relay = runRelay(boss, listeners, open);
  return {
    async stop() {
      await relay.stop();
      await boss.stop({ graceful: true, timeout: STOP_MS_MAX });
    },
  };
}

type Open = () => ReturnType<typeof openCtx>;

async function serveListener(boss: PgBoss, listener: Listener, open: Open): Promise<void> {
  const queue = queueOf('news', listener.name);
  const options = {
    retryLimit: listener.tries ?? NEWS_TRIES,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 3_600,
    deadLetter: DEAD_LETTERS,
    notify: true,
  };
  await createOrUpdate(boss, queue, options);
  await boss.work<Delivered, unknown, WorkOptions & { perJobResults: true }>(
    queue,
    {
      batchSize: NEWS_PER_BATCH,
      burstWhenBatchFull: true,
      perJobResults: true,
      notifyPollingIntervalSeconds: LOOK_AGAIN_SECONDS,
    },
    async (batch) => {
      const results = [];
      for (const { id, data, retryCount } of batch.toSorted((one, other) => one.data.id - other.data.id)) {
        try {
          await listener.hear(open(), data);
          results.push({ id, status: 'completed' as const });
        } catch (error) {
          // One piece that cannot be heard must not hold back the others of its batch; it comes again by itself.
          log.error(
            { err: error, listener: listener.name, topic: data.topic, news: data.id, retryCount },
            'news not heard',
          );
          results.push({ id, status: 'failed' as const, output: { message: String(error) } });
        }
      }
      return results;
    },
  );
}

async function serveJob(boss: PgBoss, job: Job, open: Open): Promise<void> {
  const queue = queueOf('job', job.name);
  const cron = cronOf(job);
  const options = {
    retryLimit: 3,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: (job.minutesMax ?? 15) * 60,
    notify: true,
  };
  await createOrUpdate(boss, queue, options, 'exclusive');
  await boss.schedule(queue, cron, null, { tz: ZONE, missed: 'once' });
  await expectBeat(boss, job.name, cron, open);
  await boss.work(queue, { batchSize: 1, notifyPollingIntervalSeconds: LOOK_AGAIN_SECONDS }, async () => {
    try {
      await job.run(open());
    } catch (error) {
      log.error({ err: error, job: job.name }, 'a job failed');
      throw error;
    }
    const ctx = open();
    await beat(ctx, job.name, minutesAllowed(boss, cron, ctx.now));
  });
}

/** A job that has never run leaves no sign of life that could be missed; so it is given one on the day it is born. */
async function expectBeat(boss: PgBoss, name: string, cron: string, open: Open): Promise<void> {
  const ctx = open();
  const minutes = minutesAllowed(boss, cron, ctx.now);
  await run(
    ctx,
    sql`insert into heartbeat (name, last_at, due_at)
        values (${name}, ${ctx.now}, ${ctx.now}::timestamptz + make_interval(mins => ${minutes}::int))
        on conflict (name) do nothing`,
  );
}

function minutesAllowed(boss: PgBoss, cron: string, now: Date): number {
  const [next, second] = boss.previewSchedule(cron, { tz: ZONE, from: now, count: 2 });
  assert(next && second, `${cron} recurs`);
  return graceMinutes(Math.max(next.getTime() - now.getTime(), second.getTime() - next.getTime()) / 60_000);
}

/** Jobs that are no longer written down would be queued for ever and missed for ever. */
async function forgetOthers(boss: PgBoss, jobs: readonly Job[], open: Open): Promise<void> {
  const queues = new Set(jobs.map(({ name }) => queueOf('job', name)));
  for (const { name } of await boss.getSchedules()) {
    if (!queues.has(name)) await boss.unschedule(name);
  }
  const names = [...jobs.map(({ name }) => name), RELAY_HEARTBEAT];
  await run(open(), sql`delete from heartbeat where name <> all(${names}::text[])`);
}

async function createOrUpdate(
  boss: PgBoss,
  queue: string,
  options: Parameters<PgBoss['updateQueue']>[1],
  policy = 'standard',
) {
  await boss.createQueue(queue, { ...(options as Parameters<PgBoss['createQueue']>[1]), policy });
  await boss.updateQueue(queue, options);
}

/**
 * Looks into the outbox once a second. News does not knock: NOTIFY takes a lock at commit that all transactions share,
 * and an order should not stand in that line to save a listener a second.
 */
function runRelay(boss: PgBoss, listeners: readonly Listener[], open: Open): { stop(): Promise<void> } {
  const ended = Promise.withResolvers<void>();
  let stopping = false;
  let wake = () => {};
  let beatenAt = 0;

  async function turn(): Promise<number> {
    try {
      const { more } = await relayNews(open(), boss, listeners);
      if (Date.now() - beatenAt >= RELAY_BEATS_EVERY_MS) {
        await beat(open(), RELAY_HEARTBEAT, RELAY_LATE_MINUTES);
        beatenAt = Date.now();
      }
      return more ? 0 : RELAY_EVERY_MS;
    } catch (error) {
      log.error({ err: error }, 'news could not be relayed');
      return RELAY_AFTER_FAULT_MS;
    }
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      const restMs = await turn();
      if (stopping || restMs === 0) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, restMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  loop().finally(ended.resolve);
  return {
    stop() {
      stopping = true;
      wake();
      return ended.promise;
    },
  };
}

function assertNamedOnce(works: readonly { name: string }[]): void {
  const names = works.map(({ name }) => name);
  assert(new Set(names).size === names.length, `every job and listener has a name of its own: ${names.join(', ')}`);
}
