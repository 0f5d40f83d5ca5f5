import { createHash } from 'node:crypto';
import { accounts } from '#server/dues/index.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { type PostingInput, postEntry } from '#server/ledger/index.ts';
import {
  announce,
  authorize,
  type Ctx,
  recordChange,
  rowOf,
  rowsOf,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';
import { readSheet } from '#server/platform/sheets/index.ts';
import { moveStatements } from '#server/statements/index.ts';
import type { BankOutcome, ImportedResults, ResultError, TransferState } from './contract.ts';
import { transferMachine } from './payout.machines.ts';
import { lockRun, moveRun, moveTransfers } from './payout.moves.ts';
import { type BankResult, readResults, wrong } from './read-results.ts';

type AtBank = {
  id: string;
  number: string;
  state: TransferState;
  statementId: string;
  householdId: string;
  amount: Fen;
  payer: string;
  /** What the bank has said of it before: the same said again is no news. */
  heard: BankOutcome[];
};

type Change = AtBank & { to: BankOutcome; reason: string | null };

/**
 * Takes the bank's word on a run, by transfer number: paid money has left, failed and returned money is owed again, what
 * the bank does not know yet stays where it is. All rows or none: with an error in any row nothing is changed and every
 * error is told. The same file again changes nothing and is told from the first time.
 */
export async function importBankResults(
  ctx: Ctx,
  runId: string,
  file: { name: string; bytes: Buffer },
): Promise<ImportedResults> {
  authorize(ctx, 'payouts.read-results');
  const { results, errors } = readResults(await readSheet(file.bytes, file.name));
  return transact(ctx, async (tx) => {
    const locked = await lockRun(tx, runId);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const before = await rowOf<{ at: string }>(
      tx,
      sql`select at from payout_import where run_id = ${runId} and sha256 = ${sha256} order by at limit 1`,
    );
    if (before) return { done: 'before', at: before.at };
    const transfers = await lockTransfers(tx, runId);
    const judged = judge(results, transfers);
    const all = [...errors, ...judged.errors].sort((one, other) => one.row - other.row);
    if (all.length > 0) return { done: false, errors: all };

    await apply(tx, runId, judged.changes);
    await run(
      tx,
      sql`insert into payout_import (run_id, sha256, file_name, rows, changed, actor_id, at)
          values (${runId}, ${sha256}, ${file.name}, ${results.length},
            ${judged.changes.length}, ${tx.actor.id}, ${tx.now})`,
    );
    if (locked.state === 'exported' && (await isSettled(tx, runId))) await moveRun(tx, locked, 'settled');
    const count = (outcome: BankOutcome) => judged.changes.filter(({ to }) => to === outcome).length;
    const counts = {
      paid: count('paid'),
      failed: count('failed'),
      returned: count('returned'),
      unknown: count('unknown'),
    };
    await recordChange(tx, {
      subject: 'payout-run',
      subjectId: runId,
      what: 'results-read',
      after: { file: file.name, ...counts },
    });
    return { done: true, rows: results.length, ...counts, unchanged: results.length - judged.changes.length };
  });
}

/** The statements first, in id order, then their transfers, as everybody locks them. */
async function lockTransfers(tx: Tx, runId: string): Promise<Map<string, AtBank>> {
  await run(
    tx,
    sql`select id from statement where id in (select statement_id from transfer where run_id = ${runId}) order by id for update`,
  );
  const rows = await rowsOf<AtBank>(
    tx,
    sql`select id, number, state, statement_id as "statementId", household_id as "householdId", amount_fen as amount, payer, (
            select coalesce(array_agg(to_state), '{}') from transfer_move where transfer_id = transfer.id
          ) as heard
        from transfer where run_id = ${runId} order by id for update`,
  );
  return new Map(rows.map((row) => [row.number, row]));
}

function judge(results: readonly BankResult[], transfers: Map<string, AtBank>) {
  const changes: Change[] = [];
  const errors: ResultError[] = [];
  for (const { row, number, outcome, amount, reason } of results) {
    const transfer = transfers.get(number);
    if (!transfer) errors.push(wrong(row, 'payouts.transfer-unknown', { number }));
    else if (transfer.amount !== amount)
      errors.push(wrong(row, 'payouts.amount-differs', { number, expected: transfer.amount }));
    else if (transfer.heard.includes(outcome)) continue;
    // "Not known yet" that comes late tells nothing new.
    else if (outcome === 'unknown' && transfer.state !== 'sent' && transfer.state !== 'approved') continue;
    else if (!transferMachine.transitions[transfer.state].includes(outcome))
      errors.push(wrong(row, 'payouts.outcome-too-late', { number, state: transfer.state }));
    else changes.push({ ...transfer, to: outcome, reason });
  }
  return { changes, errors };
}

async function apply(tx: Tx, runId: string, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await moveTransfers(
    tx,
    changes.map(({ id, state, to, reason }) => ({ id, state, to, reason })),
  );
  const statementsOf = (which: (change: Change) => boolean) =>
    changes.filter(which).map(({ statementId }) => statementId);
  await moveStatements(
    tx,
    statementsOf(({ to }) => to === 'paid'),
    'paid',
  );
  await moveStatements(
    tx,
    statementsOf(({ to }) => to === 'failed' || to === 'returned'),
    'failed',
  );
  const postings = changes.flatMap(postingsOf);
  if (postings.length > 0) {
    await postEntry(tx, {
      key: `payout-results:${uuidv7(tx.now)}`,
      kind: 'payout-results',
      reference: runId,
      postings,
    });
  }
  await announce(
    tx,
    ...changes
      .filter(({ to }) => to !== 'unknown')
      .map(({ id, number, statementId, to }) => ({
        topic: `transfer.${to}`,
        key: id,
        payload: { transferId: id, number, statementId },
      })),
  );
}

function postingsOf({ id, state, to, householdId, amount, payer }: Change): PostingInput[] {
  const less = fen(-amount);
  if (to === 'unknown') return [];
  if (to === 'paid') {
    return [
      { account: accounts.householdPaying(householdId), amount, detail: id },
      { account: accounts.bank(payer), amount: less, detail: id },
    ];
  }
  const from = state === 'paid' ? accounts.bank(payer) : accounts.householdPaying(householdId);
  return [
    { account: from, amount, detail: id },
    { account: accounts.householdPayable(householdId), amount: less, detail: id },
  ];
}

async function isSettled(tx: Tx, runId: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`select from transfer where run_id = ${runId} and state in ('approved', 'sent', 'unknown') limit 1`,
  );
  return rows.length === 0;
}
