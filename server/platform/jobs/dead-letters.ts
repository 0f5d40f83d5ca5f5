import type { Ctx } from '../ctx.ts';
import { rowOf, sql } from '../sql.ts';

/** Where the queue keeps its tables. */
export const JOBS_SCHEMA = 'jobs';
/** Where news goes that a listener could not hear however often it was told. */
export const DEAD_LETTERS = 'dead-letters';

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
