import { DomainError } from './errors.ts';

/** States and the moves allowed between them, as data. */
export type Machine<S extends string> = {
  readonly name: string;
  readonly initial: S;
  readonly transitions: Readonly<Record<S, readonly S[]>>;
};

/** Declares a machine; a move to a state that is not one does not compile. */
export function defineMachine<const T extends Record<string, readonly (keyof T & string)[]>>(machine: {
  name: string;
  initial: keyof T & string;
  transitions: T;
}): Machine<keyof T & string> {
  return machine as Machine<keyof T & string>;
}

/** Refuses (conflict, `<machine>.wrong-state`) a move the table does not hold. */
export function checkMove<S extends string>(machine: Machine<S>, from: S, to: S): void {
  if (!machine.transitions[from].includes(to)) {
    throw new DomainError('conflict', 'machine.wrong-state', { machine: machine.name, from, to });
  }
}

/** Every state that can be reached from the initial one; a test compares it with all states. */
export function reachableStates<S extends string>(machine: Machine<S>): Set<S> {
  const seen = new Set<S>([machine.initial]);
  for (const state of seen) for (const next of machine.transitions[state]) seen.add(next);
  return seen;
}
