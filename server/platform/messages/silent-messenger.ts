import { DomainError } from '#server/kernel/errors.ts';
import type { Messenger } from './messenger.ts';

/** Where no provider is configured: refuses to send, so that nobody waits for a text that will not come. */
export const silentMessenger: Messenger = {
  carries: () => false,
  sendSms: refuse,
  sendMail: refuse,
};

async function refuse(): Promise<never> {
  throw new DomainError('unavailable', 'messages.no-provider');
}
