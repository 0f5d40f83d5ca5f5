import type { Env } from '../env.ts';
import { demoMessenger } from './demo-messenger.ts';
import type { Messenger } from './messenger.ts';
import { silentMessenger } from './silent-messenger.ts';

export { forgetMessages } from './forget-messages.ts';
export { countGivenUp, findGivenUp, type GivenUpListView, sendAgain } from './given-up-messages.ts';
export { type DraftMessage, TOO_OLD_HOURS, writeMessages } from './message.moves.ts';
export { messagesProofs } from './messages.proofs.ts';
export type { Message, MessageChannel, Messenger, SendAnswer } from './messenger.ts';
export { sendSmsAtOnce } from './send-at-once.ts';
export { sendMessages } from './send-messages.ts';
export { findRecipients, type KeptMessage, type RecipientView, showMessages } from './show-messages.ts';

/** The messenger of this installation. A provider of texts or mails is added here, as one more Messenger. */
export function messengerOf(env: Pick<Env, 'demo'>): Messenger {
  return env.demo ? demoMessenger : silentMessenger;
}
