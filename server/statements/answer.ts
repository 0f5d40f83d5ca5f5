import { accounts, takeLinesOut } from '#server/dues/index.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { addFen, type Fen, fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { announce, authorize, type Ctx, can, rowOf, rowsOf, run, sql, type Tx } from '#server/platform/index.ts';
import { countTry, takeTryBack } from '#server/platform/rate-limit.ts';
import type { AnsweredBy } from './contract.ts';
import { type LockedStatement, lockStatement, moveStatements } from './statement.moves.ts';

/** How somebody shows that a statement is his to answer: its code, its link's key, or a helper of the village by number. */
export type StatementKey = { accessCode: string; from?: string } | { accessKey: string } | { number: string };

/** So many wrong codes may come from one address. Whole villages go online behind one: right codes are not counted. */
const WRONG_CODES = { times: 20, seconds: 600 };

/** Finds the statement and says as whom the actor may answer it; everything else is refused as if there were none. */
export async function mayAnswer(ctx: Ctx, key: StatementKey): Promise<{ id: string; by: 'household' | 'helper' }> {
  const find = () =>
    rowOf<{ id: string; villageCode: string }>(
      ctx,
      sql`select statement.id, household.village_code as "villageCode" from statement
          join household on household.id = statement.household_id where ${whichOf(key)}`,
    );
  const from = 'accessCode' in key ? key.from : undefined;
  const found = from === undefined ? await find() : await countingWrong(ctx, from, find);
  if (!('number' in key)) {
    authorize(ctx, 'statements.answer');
    if (!found) throw new DomainError('not-found', 'statements.unknown');
    return { id: found.id, by: 'household' };
  }
  const helps = found && can(ctx.actor, 'statements.answer-for', { area: found.villageCode });
  if (!helps) throw new DomainError('not-found', 'statements.unknown');
  return { id: found.id, by: 'helper' };
}

/** Counts a try before it looks, so that none of many at once is free, and takes it back when there was something to find. */
async function countingWrong<T>(ctx: Ctx, from: string, find: () => Promise<T | null>): Promise<T | null> {
  const key = `statement codes from ${from}`;
  await countTry(ctx, key, WRONG_CODES);
  const found = await find();
  if (found !== null) await takeTryBack(ctx, key);
  return found;
}

export function whichOf(key: StatementKey) {
  if ('accessCode' in key) return sql`access_code = ${key.accessCode.trim().toUpperCase()}`;
  return 'accessKey' in key ? sql`access_key = ${key.accessKey}` : sql`number = ${key.number}`;
}

/** Locks a statement that waits for its answer; refuses (conflict) one that was answered, and one whose days are over. */
export async function lockUnanswered(tx: Tx, id: string): Promise<LockedStatement> {
  const statement = await lockStatement(tx, id);
  if (statement.state !== 'stated') throw new DomainError('conflict', 'statements.answered');
  if (new Date(statement.answerUntil) < tx.now) throw new DomainError('conflict', 'statements.too-late');
  return statement;
}

/**
 * Takes statements as agreed to: with the deductions proposed on them, which are booked now, or without, which drops
 * them. The caller has locked the statements. One on which nothing is left to pay is paid with that.
 */
export async function agreeTo(
  tx: Tx,
  ids: readonly string[],
  { deductions, by }: { deductions: 'accept' | 'refuse'; by: AnsweredBy },
): Promise<void> {
  if (ids.length === 0) return;
  const proposed = await rowsOf<{ id: string; householdId: string; organizationId: string; amount: Fen }>(
    tx,
    sql`select id, household_id as "householdId", organization_id as "organizationId", amount_fen as amount from due_line
        where statement_id = any(${ids}::uuid[]) and kind = 'deduction' order by id`,
  );
  if (deductions === 'refuse') {
    await takeLinesOut(
      tx,
      proposed.map(({ id }) => id),
      'dropped',
    );
    await addUp(tx, ids);
  }
  await moveStatements(tx, ids, 'confirmed', { answeredBy: by });
  if (deductions === 'accept') await bookDeductions(tx, ids, proposed);
  const nothing = await rowsOf<{ id: string }>(
    tx,
    sql`select id from statement where id = any(${ids}::uuid[]) and amount_fen = 0`,
  );
  await moveStatements(
    tx,
    nothing.map(({ id }) => id),
    'paid',
    { reason: 'nothing-to-pay' },
  );
  await announce(tx, ...ids.map((id) => ({ topic: 'statement.confirmed', key: id, payload: { statementId: id, by } })));
}

/** The amount is what the lines come to; only while the statement waits for its answer. */
export async function addUp(tx: Tx, ids: readonly string[]): Promise<void> {
  await run(
    tx,
    sql`update statement set amount_fen = (
          select coalesce(sum(amount_fen), 0) from due_line where statement_id = statement.id
        ) where id = any(${ids}::uuid[]) and state = 'stated'`,
  );
}

async function bookDeductions(
  tx: Tx,
  ids: readonly string[],
  lines: readonly { id: string; householdId: string; organizationId: string; amount: Fen }[],
): Promise<void> {
  if (lines.length === 0) return;
  const [first] = ids;
  await postEntry(tx, {
    key: `deduction:${first}`,
    kind: 'deduction',
    reference: first ?? '',
    postings: lines.flatMap(({ id, householdId, organizationId, amount }) => [
      { account: accounts.householdPayable(householdId), amount: fen(-amount), detail: id },
      { account: accounts.deductions(organizationId), amount: addFen(amount), detail: id },
    ]),
  });
}
