import { addMinutes } from '#server/kernel/calendar.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { asRecords, rowsOf, sql, type Tx } from '#server/platform/index.ts';
import { type DraftMessage, type Messenger, TOO_OLD_HOURS, writeMessages } from '#server/platform/messages/index.ts';
import { type NoticeFacts, type NoticeKind, noticeKinds } from './kinds.ts';
import type { Post, Reader } from './readers.ts';
import { say, wordsIn } from './words/index.ts';

/** What one reader is told of a piece of news. */
export type Told = {
  kind: NoticeKind;
  facts: NoticeFacts[NoticeKind];
  page: string | null;
  reader: Reader;
  /** Which part of the news, where one reader may be told of several. */
  part?: string;
};

/** A Told whose facts fit its kind: only so can one be made. */
export function told<Kind extends NoticeKind>(
  kind: Kind,
  reader: Reader,
  facts: NoticeFacts[Kind],
  page: string | null = null,
): Told {
  return { kind, facts, page, reader };
}

export type Heard = { name: string; at: Date };
export type Channels = Pick<Messenger, 'carries'>;

/** Mail about one kind of work is not written again before its reader has looked, for so long. */
const QUIET_MINUTES = 1_440;

/**
 * Writes notices and the messages that carry them, each once however often the news is heard. News of long ago is put
 * down as read and its messages as not sent: nobody is rung up about last month.
 */
export async function tell(
  tx: Tx,
  { name, at }: Heard,
  wanted: readonly Told[],
  post: Post,
  channels: Channels,
): Promise<void> {
  if (wanted.length === 0) return;
  const late = at < addMinutes(tx.now, -TOO_OLD_HOURS * 60);
  const quiet = await toldAlready(tx, wanted);
  const drafts = wanted
    .map((one) => ({ ...one, id: uuidv7(tx.now) }))
    .map((one) => ({ ...one, messages: messagesOf(tx, one, post, channels) }))
    // A guest has no page of notices: what does not reach his phone need not be kept.
    .filter(({ reader, messages }) => reader.orderId === null || messages.length > 0);
  const records = drafts.map(({ id, kind, facts, page, reader, part }) => ({
    id,
    news: part === undefined ? name : `${name}/${part}`,
    kind,
    facts,
    page,
    user_id: reader.userId,
    order_id: reader.orderId,
    household_id: reader.householdId,
  }));
  const written = await rowsOf<{ id: string }>(
    tx,
    sql`insert into notice (id, news, kind, user_id, order_id, household_id, facts, page, at, read_at)
        select id, news, kind, user_id, order_id, household_id, facts, page, ${at}, ${late ? at : null}::timestamptz
        from jsonb_to_recordset(${asRecords(records)}) as told(id uuid, news text, kind text, user_id text, order_id uuid,
          household_id uuid, facts jsonb, page text)
        on conflict on constraint notice_told_once do nothing returning id`,
  );
  const isNew = new Set(written.map(({ id }) => id));
  const messages = drafts.flatMap(({ id, kind, reader, messages }) => {
    if (!isNew.has(id) || quiet.has(`${kind} ${reader.userId}`)) return [];
    if (noticeKinds[kind].digest) quiet.add(`${kind} ${reader.userId}`);
    return messages;
  });
  await writeMessages(tx, messages, { late });
}

/** Who has been written to about the same kind of work and has not looked since, as `kind account`. */
async function toldAlready(tx: Tx, wanted: readonly Told[]): Promise<Set<string>> {
  const digests = wanted.filter(({ kind }) => noticeKinds[kind].digest);
  if (digests.length === 0) return new Set();
  const rows = await rowsOf<{ kind: string; userId: string }>(
    tx,
    sql`select distinct kind, user_id as "userId" from notice
        where read_at is null and user_id = any(${digests.map(({ reader }) => reader.userId)}::text[])
          and kind = any(${digests.map(({ kind }) => kind)}::text[]) and at > ${addMinutes(tx.now, -QUIET_MINUTES)}
          and exists (select from message where notice_id = notice.id)`,
  );
  return new Set(rows.map(({ kind, userId }) => `${kind} ${userId}`));
}

/** By mail to who has an address, else by text. */
function messagesOf(
  tx: Tx,
  { id, kind, facts, page, reader }: Told & { id: string },
  post: Post,
  channels: Channels,
): DraftMessage[] {
  const { group, sms, mail, linked = false, digest = false } = noticeKinds[kind];
  if (group !== null && reader.muted.includes(group)) return [];
  const { language } = reader;
  const said = say(language, kind, facts as never);
  const link = page === null ? null : new URL(page, post.siteUrl).href;
  const params = { ...facts, ...(linked && link !== null ? { link } : {}) };
  const common = { id: uuidv7(tx.now), noticeId: id, language, template: `notices.${kind}`, params };
  if (reader.mail !== null && mail && channels.carries('mail')) {
    const words = wordsIn[language].mail(said, link, digest);
    return [{ ...common, channel: 'mail', recipient: reader.mail, subject: said.title, words }];
  }
  if (reader.mail === null && reader.phone !== null && sms && channels.carries('sms')) {
    const words = wordsIn[language].sms(said.words, linked ? link : null);
    return [{ ...common, channel: 'sms', recipient: reader.phone, subject: null, words }];
  }
  return [];
}
