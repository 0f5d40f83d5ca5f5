import { defineMachine } from '#server/kernel/machine.ts';

/** One thing owed to a household, from the day nobody can claim it back to the bank's word that it was paid. */
export const dueLineMachine = defineMachine({
  name: 'due-line',
  initial: 'accrued',
  transitions: {
    // Dropped: a proposed deduction, taken back by whoever proposed it.
    accrued: ['stated', 'dropped'],
    // Let go again when the rest of a statement cannot bear it; a deduction nobody agreed to is dropped for good.
    stated: ['accrued', 'objected', 'confirmed', 'dropped'],
    objected: ['accrued', 'dropped'],
    // In cash, or where nothing is left to pay, at once.
    confirmed: ['approved', 'paid'],
    approved: ['paying'],
    paying: ['paid', 'failed'],
    // A transfer that came back opens the amount again.
    paid: ['failed'],
    failed: ['approved', 'paid'],
    dropped: [],
  },
});
