import { moveLinesOfStatements } from '#server/dues/index.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { checkMove } from '#server/kernel/machine.ts';
import { rowOf, rowsOf, run, sql, type Tx } from '#server/platform/index.ts';
import type { AnsweredBy, StatementState } from './contract.ts';
import { statementMachine } from './statement.machine.ts';

export type LockedStatement = {
  id: string;
  number: string;
  householdId: string;
  villageCode: string;
  payer: string;
  way: 'bank' | 'cash';
  cap: number;
  amount: number;
  state: StatementState;
  answerUntil: string;
};

/** A statement's row, locked until the transaction ends. */
export async function lockStatement(tx: Tx, id: string): Promise<LockedStatement> {
  const statement = await rowOf<LockedStatement>(
    tx,
    sql`select statement.id, number, household_id as "householdId", household.village_code as "villageCode", payer, way,
          deduction_cap_basis_points as cap, amount_fen as amount, state, answer_until as "answerUntil"
        from statement join household on household.id = statement.household_id
        where statement.id = ${id} for update of statement`,
  );
  if (!statement) throw new DomainError('not-found', 'statements.unknown');
  return statement;
}

/**
 * The only writer of statements' states after they were made, and of the lines on them, all alike. The caller has locked
 * them; who answers a statement is written with the move that this is.
 */
export async function moveStatements(
  tx: Tx,
  ids: readonly string[],
  to: StatementState,
  { reason = null, answeredBy = null }: { reason?: string | null; answeredBy?: AnsweredBy | null } = {},
): Promise<void> {
  if (ids.length === 0) return;
  const states = await rowsOf<{ state: StatementState }>(
    tx,
    sql`select distinct state from statement where id = any(${ids}::uuid[])`,
  );
  for (const { state } of states) checkMove(statementMachine, state, to);
  // The lines first: once a statement is paid, its lines are for ever what they were then.
  await moveLinesOfStatements(tx, ids, to);
  await run(
    tx,
    sql`with before as (
          select id, state from statement where id = any(${ids}::uuid[])
        ), moved as (
          update statement set state = ${to}, move_seq = move_seq + 1,
            answered_at = case when state = 'stated' then ${tx.now}::timestamptz else answered_at end,
            answered_by = case when state = 'stated' then ${answeredBy}::text else answered_by end
          where id = any(${ids}::uuid[]) returning id, move_seq
        )
        insert into statement_move (statement_id, seq, from_state, to_state, reason, actor_id, at)
        select moved.id, moved.move_seq, before.state, ${to}, ${reason}, ${tx.actor.id}, ${tx.now}
        from moved join before on before.id = moved.id`,
  );
}
