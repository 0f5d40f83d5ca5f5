import { addMinutes } from '#server/kernel/calendar.ts';
import type { Ctx, Tx } from '../ctx.ts';
import { asRecords, rowsOf, run, sql } from '../sql.ts';
import { recordOf } from './message-records.ts';
import type { Message, MessageChannel } from './messenger.ts';

/** What rings later than this rings for nothing: it can be read on the reader's own page. */
export const TOO_OLD_HOURS = 72;
/** Minutes to wait after the first try, the second and so on; after the last it is given up: about a day in all. */
const pausesMinutes = [1, 5, 15, 60, 180, 360, 720];
/** Longer than a sender needs for all he takes in one run: what is still being sent then was cut off by a crash. */
const LEASE_MINUTES = 15;

export type DraftMessage = Message & { noticeId: string; channel: MessageChannel };
export type ClaimedMessage = Omit<Message, 'recipient'> & { channel: MessageChannel; token: string; tries: number };

/** Writes messages down to be sent after the transaction, or as what is told too late to be sent. */
export async function writeMessages(
  tx: Tx,
  drafts: readonly DraftMessage[],
  { late }: { late: boolean },
): Promise<void> {
  if (drafts.length === 0) return;
  const records = drafts.map(({ channel, noticeId, ...message }) => ({
    ...recordOf(channel, message),
    notice_id: noticeId,
  }));
  await run(
    tx,
    sql`insert into message (id, notice_id, channel, recipient_token, recipient_masked, language, template, params, subject,
          words, state, next_try_at, last_error, created_at)
        select id, notice_id, channel, recipient_token, recipient_masked, language, template, params, subject, words,
          ${late ? 'not-sent' : 'waiting'}, ${late ? null : tx.now}::timestamptz, ${late ? 'too-late' : null}, ${tx.now}
        from jsonb_to_recordset(${asRecords(records)}) as message(id uuid, notice_id uuid, channel text, recipient_token text,
          recipient_masked text, language text, template text, params jsonb, subject text, words text)`,
  );
}

/** Takes messages that are due, each by one sender, and says when another may take them from him. */
export function claimMessages(tx: Tx, channels: readonly MessageChannel[], most: number): Promise<ClaimedMessage[]> {
  return rowsOf<ClaimedMessage>(
    tx,
    sql`with due as (
          select id from message where state in ('waiting', 'sending') and next_try_at <= ${tx.now}
            and channel = any(${[...channels]}::text[])
          order by next_try_at, id limit ${most} for update skip locked
        )
        update message set state = 'sending', tries = tries + 1, next_try_at = ${addMinutes(tx.now, LEASE_MINUTES)}
        from due where message.id = due.id
        returning message.id, channel, recipient_token as token, language, template, params, subject, words, tries`,
  );
}

/** What was due for days and nobody tried, or goes where no channel leads, is let go: its notice stays to be read. */
export function letGo(ctx: Ctx, channels: readonly MessageChannel[]): Promise<number> {
  return run(
    ctx,
    sql`update message set state = 'not-sent', next_try_at = null,
          last_error = case when channel = any(${[...channels]}::text[]) then 'too-late' else 'no-provider' end
        where state = 'waiting' and (next_try_at < ${addMinutes(ctx.now, -TOO_OLD_HOURS * 60)}
          or channel <> all(${[...channels]}::text[]))`,
  );
}

/** It has left. Who was so slow that another took it from him changes nothing any more. */
export function markSent(ctx: Ctx, { id, tries }: ClaimedMessage): Promise<number> {
  return run(
    ctx,
    sql`update message set state = 'sent', sent_at = ${ctx.now}, next_try_at = null, last_error = null
        where id = ${id} and state = 'sending' and tries = ${tries}`,
  );
}

/** Not this time: again after a pause that grows, or never if that was the last try. */
export function retryLater(ctx: Ctx, message: ClaimedMessage, reason: string): Promise<number> {
  const pause = pausesMinutes[message.tries - 1];
  if (pause === undefined) return giveUp(ctx, message, reason);
  return run(
    ctx,
    sql`update message set state = 'waiting', next_try_at = ${addMinutes(ctx.now, pause)}, last_error = ${reason}
        where id = ${message.id} and state = 'sending' and tries = ${message.tries}`,
  );
}

/** Nobody tries any more, unless a person says so. */
export function giveUp(ctx: Ctx, { id, tries }: ClaimedMessage, reason: string): Promise<number> {
  return run(
    ctx,
    sql`update message set state = 'given-up', next_try_at = null, last_error = ${reason}
        where id = ${id} and state = 'sending' and tries = ${tries}`,
  );
}
