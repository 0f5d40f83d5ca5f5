import { DomainError } from '#server/kernel/errors.ts';
import { checkMove } from '#server/kernel/machine.ts';
import type { Language } from '#server/kernel/text.ts';
import { authorize, type Ctx, transact } from '../ctx.ts';
import { rowOf, rowsOf, run, sql } from '../sql.ts';
import { recordChange } from '../trail.ts';
import { type MessageState, messageMachine } from './message.machine.ts';
import type { MessageChannel } from './messenger.ts';

const PER_PAGE = 40;

export type GivenUpView = {
  id: string;
  channel: MessageChannel;
  masked: string;
  language: Language;
  subject: string | null;
  words: string;
  tries: number;
  reason: string | null;
  at: string;
  /** False once its address was forgotten. */
  canBeSent: boolean;
};
export type GivenUpListView = { messages: number; page: number; pages: number; rows: GivenUpView[] };

/** How many messages nobody tries any more although somebody should have had them. */
export async function countGivenUp(ctx: Ctx): Promise<number> {
  authorize(ctx, 'messages.mend');
  const row = await rowOf<{ messages: number }>(
    ctx,
    sql`select count(*)::int as messages from message where state = 'given-up'`,
  );
  return row?.messages ?? 0;
}

/** What could not be sent however often it was tried, newest first. */
export async function findGivenUp(ctx: Ctx, { page }: { page: number }): Promise<GivenUpListView> {
  const messages = await countGivenUp(ctx);
  const pages = Math.max(1, Math.ceil(messages / PER_PAGE));
  const shown = Math.min(page, pages);
  const rows = await rowsOf<GivenUpView>(
    ctx,
    sql`select id, channel, recipient_masked as masked, language, subject, words, tries, last_error as reason, created_at as at,
          recipient_token is not null as "canBeSent"
        from message where state = 'given-up' order by created_at desc, id desc
        limit ${PER_PAGE} offset ${(shown - 1) * PER_PAGE}`,
  );
  return { messages, page: shown, pages, rows };
}

/** Has a message tried again from the start, once whatever kept it is mended. */
export async function sendAgain(ctx: Ctx, id: string): Promise<void> {
  authorize(ctx, 'messages.mend');
  await transact(ctx, async (tx) => {
    const message = await rowOf<{ state: MessageState; known: boolean }>(
      tx,
      sql`select state, recipient_token is not null as known from message where id = ${id} for update`,
    );
    if (!message) throw new DomainError('not-found', 'messages.unknown');
    checkMove(messageMachine, message.state, 'waiting');
    if (!message.known) throw new DomainError('conflict', 'messages.address-forgotten');
    await run(tx, sql`update message set state = 'waiting', tries = 0, next_try_at = ${tx.now} where id = ${id}`);
    await recordChange(tx, { subject: 'message', subjectId: id, what: 'sent-again' });
  });
}
