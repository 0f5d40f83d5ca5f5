import { defineMachine } from '#server/kernel/machine.ts';

/** One try to pay an order. Money that came in is never made not to have come: it can only be sent back. */
export const paymentMachine = defineMachine({
  name: 'payment',
  initial: 'started',
  transitions: {
    started: ['succeeded', 'failed'],
    // A provider may say "failed" first and "paid" later; what was paid counts.
    failed: ['succeeded'],
    succeeded: ['refunded'],
    // A refund may come back to the provider: the money is with us again, and still owed.
    refunded: ['succeeded'],
  },
});
export type PaymentState = 'started' | 'succeeded' | 'failed' | 'refunded';
