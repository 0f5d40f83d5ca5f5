import type { Ctx } from '../ctx.ts';
import { asRecords, run, sql } from '../sql.ts';
import { recordOf } from './message-records.ts';
import type { Message, MessageChannel, Messenger, SendAnswer } from './messenger.ts';

/** Keeps every message in the table that `/outbox` shows, instead of sending it: demo mode only. */
export const demoMessenger: Messenger = {
  carries: () => true,
  sendSms: (ctx, message) => keep(ctx, 'sms', message),
  sendMail: (ctx, message) => keep(ctx, 'mail', message),
};

/** A message that was written down before it was sent is there already. */
async function keep(ctx: Ctx, channel: MessageChannel, message: Message): Promise<SendAnswer> {
  await run(
    ctx,
    sql`insert into message (id, channel, recipient_token, recipient_masked, language, template, params, subject, words,
          state, tries, sent_at, created_at)
        select id, channel, recipient_token, recipient_masked, language, template, params, subject, words, 'sent', 1,
          ${ctx.now}, ${ctx.now}
        from jsonb_to_recordset(${asRecords([recordOf(channel, message)])}) as message(id uuid, channel text,
          recipient_token text, recipient_masked text, language text, template text, params jsonb, subject text, words text)
        on conflict (id) do nothing`,
  );
  return { outcome: 'sent' };
}
