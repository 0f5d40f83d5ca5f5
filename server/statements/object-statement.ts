import type { DueKind } from '#server/dues/contract.ts';
import { takeLinesOut } from '#server/dues/index.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import type { Fen } from '#server/kernel/money.ts';
import { announce, type Ctx, recordChange, rowsOf, run, sql, type Tx, transact } from '#server/platform/index.ts';
import { addUp, agreeTo, lockUnanswered, mayAnswer, type StatementKey } from './answer.ts';
import type { ObjectStatement } from './contract.ts';
import { openLinesOf } from './draft-statements.ts';
import { putOnStatements } from './insert-statements.ts';
import { netLines } from './net-lines.ts';
import { type LockedStatement, moveStatements } from './statement.moves.ts';

/**
 * The household does not agree with some lines: they leave the statement and are looked at; the rest goes on as agreed,
 * without deductions, since nobody said yes to them. What the rest can no longer bear waits for the next statement.
 */
export async function objectStatement(ctx: Ctx, key: StatementKey, input: ObjectStatement): Promise<{ id: string }> {
  const { id: statementId, by } = await mayAnswer(ctx, key);
  return transact(ctx, async (tx) => {
    const statement = await lockUnanswered(tx, statementId);
    const lines = await linesOf(tx, statementId);
    const objected = lines.filter(({ id }) => input.lines.includes(id));
    if (objected.length !== new Set(input.lines).size) throw new DomainError('not-found', 'statements.line-unknown');
    const id = uuidv7(tx.now);
    await run(
      tx,
      sql`with objected as (
            insert into objection (id, statement_id, reason, made_by, actor_id, made_at, state)
            values (${id}, ${statementId}, ${input.reason}, ${by}, ${tx.actor.id}, ${tx.now}, 'open') returning id
          )
          insert into objection_line (objection_id, due_line_id)
          select id, unnest(${objected.map((line) => line.id)}::uuid[]) from objected`,
    );
    const isDeduction = (line: Line) => line.kind === 'deduction';
    const dropped = lines.filter(isDeduction).map((line) => line.id);
    await takeLinesOut(tx, dropped, 'dropped');
    const looked = objected.filter((line) => !isDeduction(line)).map((line) => line.id);
    await takeLinesOut(tx, looked, 'objected');
    await refit(tx, statement);
    await goOn(tx, statementId, by);
    await recordChange(tx, {
      subject: 'statement',
      subjectId: statementId,
      what: 'objected',
      after: { by, lines: objected.length },
      reason: input.reason,
    });
    await announce(tx, { topic: 'statement.objected', key: id, payload: { objectionId: id, statementId } });
    return { id };
  });
}

type Line = { id: string; kind: DueKind; amount: Fen; allocationId: string | null };

function linesOf(tx: Tx, statementId: string): Promise<Line[]> {
  return rowsOf(
    tx,
    sql`select id, kind, amount_fen as amount, allocation_id as "allocationId" from due_line
        where statement_id = ${statementId} order by arose_on, id for update`,
  );
}

/** With less owed, less may be taken: nets what is left anew and lets go of the rest. */
async function refit(tx: Tx, statement: LockedStatement): Promise<void> {
  const lines = await linesOf(tx, statement.id);
  const netted = netLines(openLinesOf(lines), statement.cap);
  const whole = new Set(netted.taken.filter(({ rest }) => rest === 0).map(({ id }) => id));
  const released = lines.filter(({ id }) => !whole.has(id)).map(({ id }) => id);
  await takeLinesOut(tx, released, 'accrued');
  const cut = netted.taken.filter(({ rest }) => rest !== 0);
  await putOnStatements(tx, [{ id: statement.id, taken: cut, total: netted.total }]);
  await addUp(tx, [statement.id]);
}

async function goOn(tx: Tx, statementId: string, by: 'household' | 'helper'): Promise<void> {
  const left = await linesOf(tx, statementId);
  if (left.length > 0) return agreeTo(tx, [statementId], { deductions: 'refuse', by });
  return moveStatements(tx, [statementId], 'objected', { answeredBy: by });
}
