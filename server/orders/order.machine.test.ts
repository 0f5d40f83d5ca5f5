import { expect, test } from 'vitest';
import { type Machine, reachableStates } from '#server/kernel/machine.ts';
import { paymentMachine, paymentRefundMachine } from '#server/payments/index.ts';
import { orderStates, parcelStates } from './contract.ts';
import { orderMachine, parcelMachine } from './order.machine.ts';

const machines: { machine: Machine<string>; states: readonly string[]; ends: string[] }[] = [
  { machine: orderMachine, states: orderStates, ends: ['completed', 'cancelled'] },
  { machine: parcelMachine, states: parcelStates, ends: ['delivered'] },
  { machine: paymentMachine, states: ['started', 'succeeded', 'failed', 'refunded'], ends: [] },
  {
    machine: paymentRefundMachine,
    states: ['due', 'sending', 'by-hand', 'sent', 'failed'],
    ends: [],
  },
];

test('every state that is shown to people can be reached, and nothing else can', () => {
  for (const { machine, states } of machines) {
    expect(new Set(Object.keys(machine.transitions))).toEqual(new Set(states));
    expect(reachableStates(machine)).toEqual(new Set(states));
  }
});

test('what is over stays over, and everything else can still go on', () => {
  for (const { machine, ends } of machines) {
    const over = Object.entries(machine.transitions).filter(([, next]) => next.length === 0);

    expect(over.map(([state]) => state)).toEqual(ends);
  }
});

test('a paid order is completed or taken back, never unpaid again, and no parcel comes back from the road', () => {
  expect(orderMachine.transitions.paid).toEqual(['completed', 'cancelled']);
  expect(parcelMachine.transitions.shipped).toEqual(['delivered']);
  expect(paymentMachine.transitions.succeeded).toEqual(['refunded']);
  // A refund that comes back to the provider leaves the money with us, and owed.
  expect(paymentMachine.transitions.refunded).toEqual(['succeeded']);
});
