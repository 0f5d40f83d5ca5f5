import type { Env } from '../env.ts';
import { demoMessenger } from './demo-messenger.ts';
import type { Messenger } from './messenger.ts';
import { silentMessenger } from './silent-messenger.ts';

export { type KeptMessage, showMessages } from './demo-messenger.ts';
export type { Message, MessageChannel, Messenger } from './messenger.ts';

/** The messenger of this installation. A provider of texts or mails is added here, as one more Messenger. */
export function messengerOf(env: Pick<Env, 'demo'>): Messenger {
  return env.demo ? demoMessenger : silentMessenger;
}
