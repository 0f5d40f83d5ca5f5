import { accounts } from '#server/dues/index.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
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
import { moveStatements } from '#server/statements/index.ts';
import type { RejectPayout, TransferState } from './contract.ts';
import { lockRun, moveRun, moveTransfers } from './payout.moves.ts';

type Prepared = { id: string; state: TransferState; statementId: string; householdId: string; amount: Fen };

/**
 * The second pair of eyes: approves a run that somebody else made. From now its money is on its way to the bank. Refuses
 * (forbidden, `payouts.own-run`) whoever made it; the database refuses it too. Approved already, it says by whom.
 */
export async function approvePayout(ctx: Ctx, runId: string): Promise<void> {
  authorize(ctx, 'payouts.approve');
  await transact(ctx, async (tx) => {
    const locked = await lockRun(tx, runId);
    if (tx.actor.id === null || tx.actor.id === locked.madeBy) throw new DomainError('forbidden', 'payouts.own-run');
    if (locked.state !== 'assembled') await refuseSecond(tx, runId);
    await moveRun(tx, locked, 'approved');
    const transfers = await lockPrepared(tx, runId);
    await moveTransfers(
      tx,
      transfers.map(({ id, state }) => ({ id, state, to: 'approved', reason: null })),
    );
    await moveStatements(
      tx,
      transfers.map(({ statementId }) => statementId),
      'approved',
      { reason: locked.number },
    );
    await postEntry(tx, {
      key: `payout:${runId}`,
      kind: 'payout',
      reference: runId,
      postings: transfers.flatMap(({ id, householdId, amount }) => [
        { account: accounts.householdPayable(householdId), amount, detail: id },
        { account: accounts.householdPaying(householdId), amount: fen(-amount), detail: id },
      ]),
    });
    const total = transfers.reduce((sum, { amount }) => sum + amount, 0);
    await recordChange(tx, {
      subject: 'payout-run',
      subjectId: runId,
      what: 'approved',
      after: { transfers: transfers.length, total },
    });
    await announce(tx, { topic: 'payout.approved', key: runId, payload: { runId, number: locked.number } });
  });
}

/** A second approval is refused with the name of who gave the first; of a run nobody approved the machine speaks. */
async function refuseSecond(tx: Tx, runId: string): Promise<void> {
  const first = await rowOf<{ by: string }>(
    tx,
    sql`select coalesce(person.name, approved_by) as by from payout_run
        left join user_account as person on person.id = approved_by where payout_run.id = ${runId} and approved_by is not null`,
  );
  if (first) throw new DomainError('conflict', 'payouts.approved-already', { by: first.by });
}

/** Sends a run back: its statements can be paid by another one. */
export async function rejectPayout(ctx: Ctx, runId: string, { reason }: RejectPayout): Promise<void> {
  authorize(ctx, 'payouts.approve');
  await transact(ctx, async (tx) => {
    const locked = await lockRun(tx, runId);
    await moveRun(tx, locked, 'rejected', { reason });
    const transfers = await lockPrepared(tx, runId);
    await moveTransfers(
      tx,
      transfers.map(({ id, state }) => ({ id, state, to: 'dropped', reason })),
    );
    await run(tx, sql`update payout_run set transfers = 0, total_fen = 0 where id = ${runId}`);
    await recordChange(tx, { subject: 'payout-run', subjectId: runId, what: 'rejected', reason });
  });
}

/** The statements first, in id order, as everybody locks them who pays one; then their transfers. */
async function lockPrepared(tx: Tx, runId: string): Promise<Prepared[]> {
  await run(
    tx,
    sql`select id from statement where id in (select statement_id from transfer where run_id = ${runId}) order by id for update`,
  );
  return rowsOf(
    tx,
    sql`select id, state, statement_id as "statementId", household_id as "householdId", amount_fen as amount
        from transfer where run_id = ${runId} order by id for update`,
  );
}
