import type { Language } from '#server/kernel/text.ts';
import type { Ctx } from '../ctx.ts';
import { authorize } from '../ctx.ts';
import { rowsOf, run, sql } from '../sql.ts';
import type { Message, MessageChannel, Messenger } from './messenger.ts';

const MESSAGES_SHOWN = 50;

/** Keeps every message in a table that `/outbox` shows, instead of sending it: demo mode only. */
export const demoMessenger: Messenger = {
  carries: () => true,
  sendSms: (ctx, message) => keep(ctx, 'sms', message),
  sendMail: (ctx, message) => keep(ctx, 'mail', message),
};

async function keep(ctx: Ctx, channel: MessageChannel, message: Message): Promise<void> {
  await run(
    ctx,
    sql`insert into message (channel, recipient, language, template, params, created_at)
        values (${channel}, ${message.recipient}, ${message.language}, ${message.template},
          ${JSON.stringify(message.params)}::jsonb, ${ctx.now})`,
  );
}

export type KeptMessage = {
  id: string;
  channel: MessageChannel;
  recipient: string;
  language: Language;
  template: string;
  params: Record<string, string | number>;
  at: string;
  isNew: boolean;
};

/** The newest messages of a demo, newest first; those never shown before say so, once. */
export async function showMessages(ctx: Ctx): Promise<KeptMessage[]> {
  authorize(ctx, 'outbox.read');
  return rowsOf<KeptMessage>(
    ctx,
    sql`with shown as (
          select id, read_at is null as is_new from message order by created_at desc, id desc limit ${MESSAGES_SHOWN}
        ), marked as (
          update message set read_at = ${ctx.now} where id in (select id from shown where is_new)
        )
        select id, channel, recipient, language, template, params, created_at as at, is_new as "isNew"
        from message join shown using (id) order by created_at desc, id desc`,
  );
}
