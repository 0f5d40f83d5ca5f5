import { type Ctx, rowOf, run, sql, transact } from '#server/platform/index.ts';

/** Which world a database holds, and as of when. Written last: a world without its mark is half a world. */
export type WorldMark = { name: string; now: string };

/** The world in the database; `half` when there are organizations that no mark speaks for. */
export async function findWorld(ctx: Ctx): Promise<WorldMark | 'half' | null> {
  const row = await rowOf<{ mark: WorldMark | null; begun: boolean }>(
    ctx,
    sql`select (select value from setting where name = 'world') as mark, exists (select from organization) as begun`,
  );
  return row?.mark ?? (row?.begun ? 'half' : null);
}

export async function markWorld(ctx: Ctx, name: string): Promise<void> {
  const mark: WorldMark = { name, now: ctx.now.toISOString() };
  await transact(ctx, (tx) =>
    run(tx, sql`insert into setting (name, value) values ('world', ${JSON.stringify(mark)}::jsonb)`),
  );
}
