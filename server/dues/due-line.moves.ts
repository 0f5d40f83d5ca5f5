import { checkMove } from '#server/kernel/machine.ts';
import { type RawBuilder, rowsOf, run, sql, type Tx } from '#server/platform/index.ts';
import type { DueState } from './contract.ts';
import { dueLineMachine } from './due-line.machine.ts';

/** Moves every line of these statements alike; the caller has locked the statements. */
export function moveLinesOfStatements(tx: Tx, statementIds: readonly string[], to: DueState): Promise<void> {
  return moveLines(tx, sql`statement_id = any(${statementIds}::uuid[])`, to);
}

/** Moves lines that go no further with their statement: back to be stated again, looked at, or dropped. */
export function takeLinesOut(
  tx: Tx,
  lineIds: readonly string[],
  to: 'accrued' | 'objected' | 'dropped',
): Promise<void> {
  return moveLines(tx, sql`id = any(${lineIds}::uuid[])`, to);
}

async function moveLines(tx: Tx, which: RawBuilder<unknown>, to: DueState): Promise<void> {
  const states = await rowsOf<{ state: DueState }>(tx, sql`select distinct state from due_line where ${which}`);
  for (const { state } of states) checkMove(dueLineMachine, state, to);
  const leaves = to === 'accrued' || to === 'objected' || to === 'dropped';
  await run(
    tx,
    sql`update due_line set state = ${to}, statement_id = ${leaves ? sql`null` : sql`statement_id`} where ${which}`,
  );
}
