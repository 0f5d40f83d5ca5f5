import type { Language } from '#server/kernel/text.ts';
import type { Ctx } from '../ctx.ts';

/** One message to one person. The words are made from the template and its values in the reader's language. */
export type Message = {
  /** A phone or a mail address. */
  recipient: string;
  language: Language;
  /** `people.sign-in-code`: what a provider registers its text under, and a key of our own sentences. */
  template: string;
  params: Record<string, string | number>;
};

export type MessageChannel = 'sms' | 'mail';

/** Where texts and mails leave. Sending is an outside call: never inside a transaction. */
export type Messenger = {
  /** Whether a channel leads anywhere; a page offers only what does. */
  carries(channel: MessageChannel): boolean;
  sendSms(ctx: Ctx, message: Message): Promise<void>;
  sendMail(ctx: Ctx, message: Message): Promise<void>;
};
