import { DomainError } from '#server/kernel/errors.ts';

/** Where no provider is configured: refuses to send, so that nobody waits for a text that will not come. */
export async function nobodySends(): Promise<never> {
  throw new DomainError('unavailable', 'messages.no-provider');
}
