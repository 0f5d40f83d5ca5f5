import { defineMachine } from '#server/kernel/machine.ts';

/** A message from being written until it has left, or until nobody tries any more. */
export const messageMachine = defineMachine({
  name: 'message',
  initial: 'waiting',
  transitions: {
    // Not sent: what it says is too old to ring anybody for, or its channel leads nowhere.
    waiting: ['sending', 'not-sent'],
    // To itself: another sender takes it from one who was cut off.
    sending: ['sending', 'sent', 'waiting', 'given-up'],
    sent: [],
    // A person had it tried again.
    'given-up': ['waiting'],
    'not-sent': [],
  },
});
export type MessageState = keyof typeof messageMachine.transitions;
