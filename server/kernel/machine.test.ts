import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkMove, defineMachine, type Machine, reachableStates } from './machine.ts';

const lamp = defineMachine({
  name: 'lamp',
  initial: 'off',
  transitions: { off: ['on'], on: ['off', 'broken'], broken: [] },
});

test('a move in the table is let through, any other is refused with both states', () => {
  expect(() => checkMove(lamp, 'off', 'on')).not.toThrow();

  for (const [from, to] of [
    ['off', 'broken'],
    ['broken', 'on'],
    ['on', 'on'],
  ] as const) {
    expect(() => checkMove(lamp, from, to)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'machine.wrong-state', params: { machine: 'lamp', from, to } }),
    );
  }
});

test('reachable is exactly where a random walk can come', () => {
  const states = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
  type State = (typeof states)[number];
  const tables = fc.record(
    Object.fromEntries(states.map((state) => [state, fc.subarray([...states])])) as Record<
      State,
      fc.Arbitrary<State[]>
    >,
  );

  fc.assert(
    fc.property(tables, fc.array(fc.nat(), { maxLength: 30 }), (transitions, turns) => {
      const machine: Machine<State> = { name: 'any', initial: 'a', transitions };
      const reachable = reachableStates(machine);
      let state: State = 'a';
      for (const turn of turns) {
        const next: State[] = transitions[state];
        state = next[turn % Math.max(1, next.length)] ?? state;
        expect(reachable.has(state)).toBe(true);
      }
      for (const from of reachable) for (const to of transitions[from]) expect(reachable.has(to)).toBe(true);
    }),
  );
});
