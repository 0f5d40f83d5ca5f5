import { DomainError } from '#server/kernel/errors.ts';
import type { Language } from '#server/kernel/text.ts';
import { type Ctx, type RawBuilder, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { NoticeListView, NoticeView } from './contract.ts';
import type { NoticeFacts, NoticeKind } from './kinds.ts';
import { say } from './words/index.ts';

const PER_PAGE = 30;
const UNREAD_COUNTED_MAX = 100;

/** The account of whoever asks; a visitor has no notices of his own. */
export function ownAccount({ actor }: Ctx): string {
  if (actor.kind !== 'person' || actor.id === null) throw new DomainError('forbidden', 'access.sign-in-first');
  return actor.id;
}

/**
 * The notices of an account: its own, and those of the household whose phone it has proven. Two halves and no `or`, which
 * would read the whole table: the count of them stands on every page.
 */
export function ownNotices(userId: string, which: RawBuilder<unknown> = sql`true`) {
  return sql`(
    select * from notice where user_id = ${userId} and ${which}
    union all
    select * from notice where ${which} and household_id in (
      select household.id from user_account as person join household on household.phone_token = person.phone_token
      where person.id = ${userId} and person.phone_verified)
  )`;
}

/** What a reader was told, newest first, in the language he reads now. */
export async function findNotices(
  ctx: Ctx,
  { page, language }: { page: number; language: Language },
): Promise<NoticeListView> {
  const userId = ownAccount(ctx);
  const counted = await rowOf<{ notices: number; unread: number }>(
    ctx,
    sql`select count(*)::int as notices, count(*) filter (where read_at is null)::int as unread
        from ${ownNotices(userId)} as own`,
  );
  const { notices = 0, unread = 0 } = counted ?? {};
  const pages = Math.max(1, Math.ceil(notices / PER_PAGE));
  const shown = Math.min(page, pages);
  const rows = await rowsOf<Row>(
    ctx,
    sql`select notice.id, kind, facts, page, at, read_at is not null as "isRead", (
            select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'state', state) order by channel), '[]')
            from message where notice_id = notice.id
          ) as messages
        from ${ownNotices(userId)} as notice order by at desc, notice.id desc
        limit ${PER_PAGE} offset ${(shown - 1) * PER_PAGE}`,
  );
  return { notices, unread, page: shown, pages, rows: rows.map((row) => viewOf(row, language)) };
}

type Row = Omit<NoticeView, 'title' | 'words' | 'kind'> & { kind: NoticeKind; facts: NoticeFacts[NoticeKind] };

function viewOf({ facts, ...notice }: Row, language: Language): NoticeView {
  return { ...notice, ...say(language, notice.kind, facts as never) };
}

/** How many notices a signed-in reader has not opened, counted to a hundred; of a visitor none, without asking. */
export async function countUnread(ctx: Ctx): Promise<number> {
  if (ctx.actor.kind !== 'person') return 0;
  const row = await rowOf<{ unread: number }>(
    ctx,
    sql`select count(*)::int as unread from (
          select from ${ownNotices(ctx.actor.id ?? '', sql`read_at is null`)} as own limit ${UNREAD_COUNTED_MAX}) as first`,
  );
  return row?.unread ?? 0;
}
