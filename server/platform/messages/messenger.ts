import type { Language } from '#server/kernel/text.ts';
import type { Ctx } from '../ctx.ts';

/** One message to one person, in his language. */
export type Message = {
  /** The same however often it is tried: under it a provider can tell a second try from a second message. */
  id: string;
  /** A phone or a mail address. */
  recipient: string;
  language: Language;
  /** `people.sign-in-code`: what a provider of texts registers its wording under, and the values that fill it in. */
  template: string;
  params: Record<string, string | number>;
  /** Of a mail; a text has none. */
  subject: string | null;
  /** Every word of it, as it is read. */
  words: string;
};

export type MessageChannel = 'sms' | 'mail';
export const messageChannels = ['sms', 'mail'] as const satisfies MessageChannel[];

/** What a provider said. Never with the address in the reason: it is logged and shown. */
export type SendAnswer =
  | { outcome: 'sent' }
  /** A definite no to this message: trying again would not help. */
  | { outcome: 'refused'; reason: string }
  /** Nobody knows, or not now: it is tried again later. */
  | { outcome: 'failed'; reason: string };

/** Where texts and mails leave. Sending is an outside call: never inside a transaction. */
export type Messenger = {
  /** Whether a channel leads anywhere; a page offers only what does. */
  carries(channel: MessageChannel): boolean;
  sendSms(ctx: Ctx, message: Message): Promise<SendAnswer>;
  sendMail(ctx: Ctx, message: Message): Promise<SendAnswer>;
};
