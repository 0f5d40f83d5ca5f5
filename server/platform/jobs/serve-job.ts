import type { PgBoss } from 'pg-boss';
import { assert } from '#server/kernel/errors.ts';
import { beat } from '../heartbeat.ts';
import { log } from '../log.ts';
import { run, sql } from '../sql.ts';
import { type Job, queueOf } from './job.ts';
import { LOOK_AGAIN_SECONDS, type Open, setUpQueue } from './queue.ts';
import { cronOf, graceMinutes } from './recurrence.ts';

const ZONE = 'Asia/Shanghai';

/** Runs a job whenever it is due, and leaves a heartbeat each time it is done. */
export async function serveJob(boss: PgBoss, job: Job, open: Open): Promise<void> {
  const queue = queueOf('job', job.name);
  const cron = cronOf(job);
  const options = {
    retryLimit: 3,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: (job.minutesMax ?? 15) * 60,
    notify: true,
  };
  await setUpQueue(boss, queue, options, 'exclusive');
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
export async function forgetOtherJobs(boss: PgBoss, jobs: readonly Job[], beating: readonly string[], open: Open) {
  const queues = new Set(jobs.map(({ name }) => queueOf('job', name)));
  for (const { name } of await boss.getSchedules()) {
    if (!queues.has(name)) await boss.unschedule(name);
  }
  const names = [...jobs.map(({ name }) => name), ...beating];
  await run(open(), sql`delete from heartbeat where name <> all(${names}::text[])`);
}
