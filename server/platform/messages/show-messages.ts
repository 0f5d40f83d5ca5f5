import type { Language } from '#server/kernel/text.ts';
import { authorize, type Ctx } from '../ctx.ts';
import { rowsOf, sql } from '../sql.ts';
import type { MessageState } from './message.machine.ts';
import type { MessageChannel } from './messenger.ts';

const MESSAGES_SHOWN = 50;
const PERSONS_SHOWN = 12;

export type KeptMessage = {
  id: string;
  channel: MessageChannel;
  /** To whom, with the middle of the address left out. */
  recipient: string;
  language: Language;
  template: string;
  params: Record<string, string | number>;
  subject: string | null;
  words: string;
  state: MessageState;
  tries: number;
  nextTryAt: string | null;
  lastError: string | null;
  at: string;
  isNew: boolean;
};

/** The newest messages of a demo, newest first; those never shown before say so, once. Of one recipient, or of all. */
export async function showMessages(
  ctx: Ctx,
  { person = null }: { person?: string | null } = {},
): Promise<KeptMessage[]> {
  authorize(ctx, 'outbox.read');
  return rowsOf<KeptMessage>(
    ctx,
    sql`with shown as (
          select id, shown_at is null as is_new from message
          where ${person}::text is null or recipient_token = ${person}::text
          order by created_at desc, id desc limit ${MESSAGES_SHOWN}
        ), marked as (
          update message set shown_at = ${ctx.now} where id in (select id from shown where is_new)
        )
        select id, channel, recipient_masked as recipient, language, template, params, subject, words,
          state, tries, next_try_at as "nextTryAt", last_error as "lastError", created_at as at, is_new as "isNew"
        from message join shown using (id) order by created_at desc, id desc`,
  );
}

export type RecipientView = { person: string; recipient: string; messages: number };

/** To whom a demo wrote of late, the latest first. */
export async function findRecipients(ctx: Ctx): Promise<RecipientView[]> {
  authorize(ctx, 'outbox.read');
  return rowsOf<RecipientView>(
    ctx,
    sql`select recipient_token as person, max(recipient_masked) as recipient, count(*)::int as messages from message where recipient_token is not null
        group by recipient_token order by max(created_at) desc, recipient_token limit ${PERSONS_SHOWN}`,
  );
}
