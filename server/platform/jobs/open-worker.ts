import { PgBoss } from 'pg-boss';
import { assert } from '#server/kernel/errors.ts';
import { systemActor } from '../ctx.ts';
import { log } from '../log.ts';
import { type MikroORM, openCtx } from '../orm.ts';
import { DEAD_LETTERS, JOBS_SCHEMA } from './dead-letters.ts';
import type { Job, Listener } from './job.ts';
import { RELAY_HEARTBEAT, runRelay } from './run-relay.ts';
import { forgetOtherJobs, serveJob } from './serve-job.ts';
import { serveListener } from './serve-listener.ts';

const POOL_MAX = 4;
const DEAD_LETTERS_KEPT_SECONDS = 90 * 86_400;
const STOP_MS_MAX = 8_000;

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
    // A migration made it: the application may not make schemas.
    createSchema: false,
    max: POOL_MAX,
    application_name: 'worker',
    useListenNotify: true,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the queue reports a fault'));
  await boss.start();
  const open = () => openCtx(orm, systemActor, now());

  await boss.createQueue(DEAD_LETTERS, { retentionSeconds: DEAD_LETTERS_KEPT_SECONDS });
  for (const listener of listeners) await serveListener(boss, listener, open);
  for (const job of jobs) await serveJob(boss, job, open);
  await forgetOtherJobs(boss, jobs, [RELAY_HEARTBEAT], open);

  const relay = runRelay(boss, listeners, open);
  return {
    async stop() {
      await relay.stop();
      await boss.stop({ graceful: true, timeout: STOP_MS_MAX });
    },
  };
}

function assertNamedOnce(works: readonly { name: string }[]): void {
  const names = works.map(({ name }) => name);
  assert(new Set(names).size === names.length, `every job and listener has a name of its own: ${names.join(', ')}`);
}
