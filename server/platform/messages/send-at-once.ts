import { DomainError } from '#server/kernel/errors.ts';
import type { Ctx } from '../ctx.ts';
import type { Message, Messenger } from './messenger.ts';

/** Sends a text its reader waits for, once; refuses (unavailable) when it did not leave, so that he does not wait. */
export async function sendSmsAtOnce(ctx: Ctx, messenger: Messenger, message: Message): Promise<void> {
  const { outcome } = await messenger.sendSms(ctx, message);
  if (outcome !== 'sent') throw new DomainError('unavailable', 'messages.not-sent');
}
