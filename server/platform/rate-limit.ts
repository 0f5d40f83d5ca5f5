import { DomainError } from '#server/kernel/errors.ts';
import type { Ctx } from './ctx.ts';
import { rowOf, sql } from './sql.ts';

/** How many times within how long. */
export type Allowance = { times: number; seconds: number };

/**
 * Counts one more try under a key and refuses (`access.too-many-tries`) when the allowance of the running window is used
 * up. One statement on one row, so all processes share the count and a race cannot pass both. Not inside a transaction:
 * rolled back with the try it counts, it would count nothing.
 */
export async function countTry(ctx: Pick<Ctx, 'em' | 'now'>, key: string, allowance: Allowance): Promise<void> {
  const row = await rowOf<{ tries: number; wait: number }>(
    ctx,
    sql`insert into rate_limit as current (key, tries, until)
        values (${key}, 1, ${ctx.now}::timestamptz + make_interval(secs => ${allowance.seconds}))
        on conflict (key) do update set
          tries = case when current.until <= ${ctx.now} then 1 else current.tries + 1 end,
          until = case when current.until <= ${ctx.now} then excluded.until else current.until end
        returning tries, ceil(extract(epoch from until - ${ctx.now}::timestamptz))::int as wait`,
  );
  if (row && row.tries > allowance.times) {
    throw new DomainError('throttled', 'access.too-many-tries', { seconds: row.wait });
  }
}

/** Takes a counted try back: it was none of those that are to be few. */
export async function takeTryBack(ctx: Pick<Ctx, 'em'>, key: string): Promise<void> {
  await rowOf(
    ctx,
    sql`with back as (update rate_limit set tries = tries - 1 where key = ${key} and tries > 0 returning 1)
        select count(*) from back`,
  );
}

/** Forgets windows that are over. The worker calls it now and then. */
export async function forgetTries(ctx: Pick<Ctx, 'em' | 'now'>): Promise<void> {
  await rowOf(
    ctx,
    sql`with gone as (delete from rate_limit where until < ${ctx.now} returning 1) select count(*) from gone`,
  );
}
