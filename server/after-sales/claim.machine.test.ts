import { expect, test } from 'vitest';
import { reachableStates } from '#server/kernel/machine.ts';
import { claimMachine, openStates } from './claim.machine.ts';
import { claimStates } from './contract.ts';

test('every state of a claim can be reached, and the words for states know no other', () => {
  expect([...reachableStates(claimMachine)].sort()).toEqual([...claimStates].sort());
});

test('what is open can still move, and what can no longer move is not open', () => {
  for (const state of claimStates) {
    const ends = claimMachine.transitions[state].length === 0;
    const isOpen = (openStates as readonly string[]).includes(state);
    if (state !== 'rejected') expect([state, isOpen]).toEqual([state, !ends]);
  }
});

test('a decided claim is never decided again', () => {
  for (const end of ['refunded', 'upheld', 'withdrawn'] as const) expect(claimMachine.transitions[end]).toEqual([]);
});
