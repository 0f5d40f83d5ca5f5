import { PgBoss } from 'pg-boss';
import type { Ctx } from '../ctx.ts';
import { rowOf, sql } from '../sql.ts';

/** Where the queue keeps its tables. */
export const JOBS_SCHEMA = 'jobs';
/** Where news goes that a listener could not hear however often it was told. */
export const DEAD_LETTERS = 'dead-letters';
const PER_CALL = 1_000;

/** How much news nobody could hear. None while no worker has ever run here. */
export async function countDeadLetters(ctx: Pick<Ctx, 'em'>): Promise<number> {
  const there = await rowOf<{ found: boolean }>(ctx, sql`select to_regclass('jobs.job') is not null as found`);
  if (!there?.found) return 0;
  const row = await rowOf<{ waiting: number }>(
    ctx,
    sql`select count(*)::int as waiting from jobs.job where name = ${DEAD_LETTERS} and state = 'created'`,
  );
  return row?.waiting ?? 0;
}

/** Puts all of it back before its listeners, once what made them fail is mended. Returns how much there was. */
export async function redriveDeadLetters(url: string): Promise<number> {
  const boss = new PgBoss({ connectionString: url, schema: JOBS_SCHEMA, max: 1, supervise: false, schedule: false });
  await boss.start();
  let moved = 0;
  for (let turn = PER_CALL; turn === PER_CALL; moved += turn) {
    turn = await boss.redrive(DEAD_LETTERS, { limit: PER_CALL });
  }
  await boss.stop({ graceful: false });
  return moved;
}
