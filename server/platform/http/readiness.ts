import { systemActor } from '../ctx.ts';
import { overdueHeartbeats } from '../heartbeat.ts';
import { type MikroORM, openCtx } from '../orm.ts';
import { outboxLag } from '../outbox.ts';

/** News older than this says that no worker runs, or that it does not keep up. */
const OUTBOX_LATE_MS = 5 * 60_000;
const ANSWER_MS_MAX = 3_000;

export type Readiness = {
  /** `late`: pages are served, but work behind them is not done in time. */
  status: 'ready' | 'late' | 'not-ready';
  database: 'up' | 'down';
  migrations: 'up' | 'pending' | 'unknown';
  outbox: { waiting: number; oldest: string | null } | null;
  overdue: string[];
};

const down: Readiness = { status: 'not-ready', database: 'down', migrations: 'unknown', outbox: null, overdue: [] };

/** Whether this process can serve now, and whether the work behind the pages keeps up. */
export async function readiness(orm: MikroORM, now: Date): Promise<Readiness> {
  const late = Promise.withResolvers<Readiness>();
  const timer = setTimeout(() => late.resolve(down), ANSWER_MS_MAX);
  return Promise.race([look(orm, now).catch(() => down), late.promise]).finally(() => clearTimeout(timer));
}

async function look(orm: MikroORM, now: Date): Promise<Readiness> {
  const pending = await orm.migrator.getPending();
  if (pending.length > 0) return { ...down, database: 'up', migrations: 'pending' };

  const ctx = openCtx(orm, systemActor, now);
  const outbox = await outboxLag(ctx);
  const overdue = (await overdueHeartbeats(ctx)).map(({ name }) => name);
  const isLate =
    overdue.length > 0 || (outbox.oldest !== null && now.getTime() - Date.parse(outbox.oldest) > OUTBOX_LATE_MS);
  return { status: isLate ? 'late' : 'ready', database: 'up', migrations: 'up', outbox, overdue };
}
