export { forgetMessages } from './forget-messages.ts';
export { countGivenUp, findGivenUp, type GivenUpListView, sendAgain } from './given-up-messages.ts';
export { type DraftMessage, TOO_OLD_HOURS, writeMessages } from './message.moves.ts';
export { messagesProofs } from './messages.proofs.ts';
export type { Message, MessageChannel, Messenger, SendAnswer } from './messenger.ts';
export { messengerOf } from './messenger-of.ts';
export { sendSmsAtOnce } from './send-at-once.ts';
export { sendMessages } from './send-messages.ts';
export { findRecipients, type KeptMessage, type RecipientView, showMessages } from './show-messages.ts';
