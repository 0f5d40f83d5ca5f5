import { DomainError } from '#server/kernel/errors.ts';
import { type Ctx, rowOf, run, sql } from '#server/platform/index.ts';
import { ownAccount, ownNotices } from './find-notices.ts';

/** The reader opened one of his notices. Returns the page it is about. */
export async function readNotice(ctx: Ctx, id: string): Promise<{ page: string | null }> {
  const userId = ownAccount(ctx);
  const notice = await rowOf<{ page: string | null }>(
    ctx,
    sql`update notice set read_at = coalesce(read_at, ${ctx.now})
        where id in (select id from ${ownNotices(userId, sql`id = ${id}`)} as own) returning page`,
  );
  if (!notice) throw new DomainError('not-found', 'notices.unknown');
  return notice;
}

/** The reader has seen all of them. Returns how many were new to him. */
export function readAllNotices(ctx: Ctx): Promise<number> {
  const userId = ownAccount(ctx);
  return run(
    ctx,
    sql`update notice set read_at = ${ctx.now}
        where id in (select id from ${ownNotices(userId, sql`read_at is null`)} as own)`,
  );
}
