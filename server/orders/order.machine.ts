import { defineMachine } from '#server/kernel/machine.ts';

/** An order from the promise to the last delivered parcel. A lapsed order can still be paid if its goods are there. */
export const orderMachine = defineMachine({
  name: 'order',
  initial: 'placed',
  transitions: {
    placed: ['paid', 'lapsed', 'cancelled'],
    lapsed: ['paid'],
    paid: ['completed'],
    completed: [],
    cancelled: [],
  },
});

/** One seller's part of an order, from waiting for the money to the buyer's door. */
export const parcelMachine = defineMachine({
  name: 'parcel',
  initial: 'waiting',
  transitions: {
    waiting: ['to-pack', 'cancelled'],
    'to-pack': ['shipped'],
    shipped: ['delivered'],
    delivered: [],
    // A lapsed order that is paid after all is packed after all.
    cancelled: ['to-pack'],
  },
});
