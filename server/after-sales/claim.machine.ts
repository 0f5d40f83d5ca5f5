import { defineMachine } from '#server/kernel/machine.ts';

/** A claim from what the buyer asks for to the money back, or to a last word that there is none. */
export const claimMachine = defineMachine({
  name: 'claim',
  initial: 'applied',
  transitions: {
    // Not decided in time, it goes to the platform by itself.
    applied: ['evidence-asked', 'approved', 'rejected', 'escalated', 'withdrawn'],
    'evidence-asked': ['applied', 'withdrawn'],
    // Goods that stay with the buyer: paid at once. Goods that come back: when they are here.
    approved: ['awaiting-return', 'refunded'],
    'awaiting-return': ['sent-back', 'returned', 'withdrawn'],
    // A seller who is silent about goods that are on their way to him leaves the word to the platform.
    'sent-back': ['returned', 'escalated'],
    returned: ['refunded'],
    rejected: ['escalated'],
    escalated: ['approved', 'upheld', 'withdrawn'],
    refunded: [],
    upheld: [],
    withdrawn: [],
  },
});

/** What holds a parcel's household money back from maturing; a rejection does too, while the buyer may still escalate. */
export const openStates = [
  'applied',
  'evidence-asked',
  'approved',
  'awaiting-return',
  'sent-back',
  'returned',
  'escalated',
] as const;
