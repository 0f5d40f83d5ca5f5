import { defineMachine } from '#server/kernel/machine.ts';

/** An order from the promise to the last delivered parcel. A lapsed order can still be paid if its goods are there. */
export const orderMachine = defineMachine({
  name: 'order',
  initial: 'placed',
  transitions: {
    placed: ['paid', 'lapsed', 'cancelled'],
    lapsed: ['paid'],
    // A paid order of which nothing is left to send is cancelled; its money goes back.
    paid: ['completed', 'cancelled'],
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
    // The buyer may change or cancel until packing has begun.
    'to-pack': ['packing', 'partly-shipped', 'shipped', 'cancelled'],
    packing: ['to-pack', 'partly-shipped', 'shipped', 'cancelled'],
    'partly-shipped': ['shipped'],
    shipped: ['delivered'],
    delivered: [],
    // A lapsed order that is paid after all is packed after all.
    cancelled: ['to-pack'],
  },
});
