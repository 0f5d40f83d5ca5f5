import { expect, test } from 'vitest';
import { reachableStates } from '#server/kernel/machine.ts';
import { dueStates } from './contract.ts';
import { dueLineMachine } from './due-line.machine.ts';

test('every state of a due line can be reached, and only a dropped one leads nowhere', () => {
  expect(reachableStates(dueLineMachine)).toEqual(new Set(dueStates));
  expect(dueStates.filter((state) => dueLineMachine.transitions[state].length === 0)).toEqual(['dropped']);
});
