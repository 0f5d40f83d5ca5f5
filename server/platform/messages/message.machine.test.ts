import { expect, test } from 'vitest';
import { reachableStates } from '#server/kernel/machine.ts';
import { messageMachine } from './message.machine.ts';

test('every state of a message can be reached, and what has left is not touched again', () => {
  expect(reachableStates(messageMachine)).toEqual(new Set(Object.keys(messageMachine.transitions)));
  expect(messageMachine.transitions.sent).toEqual([]);
});
