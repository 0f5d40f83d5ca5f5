import { addMinutes } from '#server/kernel/calendar.ts';
import type { Ctx } from './ctx.ts';
import { rowsOf, run, sql } from './sql.ts';

/** Leaves a sign that recurring work ran, and when it must run again at the latest. */
export async function beat(ctx: Ctx, name: string, everyMinutes: number): Promise<void> {
  await run(
    ctx,
    sql`insert into heartbeat (name, last_at, due_at) values (${name}, ${ctx.now}, ${addMinutes(ctx.now, everyMinutes)})
        on conflict (name) do update set last_at = excluded.last_at, due_at = excluded.due_at`,
  );
}

/** Recurring work that should have run by now and has not: an alarm, since nothing ran is nobody's error message. */
export function overdueHeartbeats(ctx: Ctx): Promise<{ name: string; due_at: string }[]> {
  return rowsOf(ctx, sql`select name, due_at from heartbeat where due_at < ${ctx.now} order by name`);
}
