import { defineMachine } from '#server/kernel/machine.ts';

/** A payout run: made by one person, approved by another, handed to the bank, settled when the bank has said all. */
export const payoutRunMachine = defineMachine({
  name: 'payout-run',
  initial: 'assembling',
  transitions: {
    assembling: ['assembled', 'rejected'],
    assembled: ['approved', 'rejected'],
    approved: ['exported'],
    exported: ['settled'],
    settled: [],
    rejected: [],
  },
});

/** One transfer to one household. What the bank does not know yet is not paid again until it knows. */
export const transferMachine = defineMachine({
  name: 'transfer',
  initial: 'prepared',
  transitions: {
    prepared: ['approved', 'dropped'],
    approved: ['sent'],
    sent: ['paid', 'failed', 'returned', 'unknown'],
    unknown: ['paid', 'failed', 'returned'],
    // A card that was closed meanwhile: the money comes back and is owed again.
    paid: ['returned'],
    failed: [],
    returned: [],
    dropped: [],
  },
});
