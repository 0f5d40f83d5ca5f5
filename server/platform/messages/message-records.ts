import { maskMail, maskPhone } from '#server/kernel/masking.ts';
import { sealAlike } from '../sealed.ts';
import type { Message, MessageChannel } from './messenger.ts';

/** A message as its columns: the address as a token, and as much of it as a clerk may see. */
export function recordOf(channel: MessageChannel, { recipient, ...message }: Message) {
  return {
    ...message,
    channel,
    recipient_token: sealAlike(recipient),
    recipient_masked: channel === 'mail' ? maskMail(recipient) : maskPhone(recipient),
  };
}
