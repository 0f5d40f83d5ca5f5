import { expect, test } from 'vitest';
import { reachableStates } from '#server/kernel/machine.ts';
import { statementStates } from './contract.ts';
import { statementMachine } from './statement.machine.ts';

test('every state of a statement can be reached, and only one objected to as a whole leads nowhere', () => {
  expect(reachableStates(statementMachine)).toEqual(new Set(statementStates));
  expect(statementStates.filter((state) => statementMachine.transitions[state].length === 0)).toEqual(['objected']);
});
