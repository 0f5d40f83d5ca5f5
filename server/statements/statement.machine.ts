import { defineMachine } from '#server/kernel/machine.ts';

/** What a household is shown before it is paid, until the bank has said that it was. */
export const statementMachine = defineMachine({
  name: 'statement',
  initial: 'stated',
  transitions: {
    // Objected: to all of it. What is not objected to goes on.
    stated: ['confirmed', 'objected'],
    objected: [],
    // In cash, or where nothing is left to pay, at once.
    confirmed: ['approved', 'paid'],
    approved: ['paying'],
    paying: ['paid', 'failed'],
    paid: ['failed'],
    failed: ['approved', 'paid'],
  },
});
