import { expect, test } from 'vitest';
import { reachableStates } from '#server/kernel/machine.ts';
import { runStates, transferStates } from './contract.ts';
import { payoutRunMachine, transferMachine } from './payout.machines.ts';

test('every state of a run and of a transfer can be reached', () => {
  expect(reachableStates(payoutRunMachine)).toEqual(new Set(runStates));
  expect(reachableStates(transferMachine)).toEqual(new Set(transferStates));
});

test('nothing leads out of what failed or came back: it is paid by another transfer', () => {
  expect([transferMachine.transitions.failed, transferMachine.transitions.returned]).toEqual([[], []]);
});
