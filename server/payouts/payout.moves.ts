import { DomainError } from '#server/kernel/errors.ts';
import { checkMove } from '#server/kernel/machine.ts';
import { asRecords, rowOf, run, sql, type Tx } from '#server/platform/index.ts';
import type { RunState, TransferState } from './contract.ts';
import { payoutRunMachine, transferMachine } from './payout.machines.ts';

export type RunRow = {
  id: string;
  number: string;
  payer: string;
  state: RunState;
  madeBy: string;
  planned: number;
  sha256: string | null;
};

/** A run's row, locked until the transaction ends. */
export async function lockRun(tx: Tx, id: string): Promise<RunRow> {
  const found = await rowOf<RunRow>(
    tx,
    sql`select id, number, payer, state, made_by as "madeBy", planned, file_sha256 as sha256
        from payout_run where id = ${id} for update`,
  );
  if (!found) throw new DomainError('not-found', 'payouts.unknown');
  return found;
}

/** The only writer of a run's state; what comes with a state is written with it. */
export async function moveRun(
  tx: Tx,
  locked: RunRow,
  to: RunState,
  { reason = null, sha256 = null }: { reason?: string | null; sha256?: string | null } = {},
): Promise<void> {
  checkMove(payoutRunMachine, locked.state, to);
  await run(
    tx,
    sql`with moved as (
          update payout_run set state = ${to}, move_seq = move_seq + 1,
            approved_by = case when ${to} = 'approved' then ${tx.actor.id} else approved_by end,
            approved_at = case when ${to} = 'approved' then ${tx.now}::timestamptz else approved_at end,
            exported_at = case when ${to} = 'exported' then ${tx.now}::timestamptz else exported_at end,
            file_sha256 = coalesce(file_sha256, ${sha256}::text)
          where id = ${locked.id} returning id, move_seq
        )
        insert into payout_run_move (run_id, seq, from_state, to_state, reason, actor_id, at)
        select id, move_seq, ${locked.state}, ${to}, ${reason}, ${tx.actor.id}, ${tx.now} from moved`,
  );
  locked.state = to;
}

export type TransferMoveRow = { id: string; state: TransferState; to: TransferState; reason: string | null };

/** The only writer of transfers' states after they were made: each to its own, in one statement. */
export async function moveTransfers(tx: Tx, moves: readonly TransferMoveRow[]): Promise<void> {
  for (const { state, to } of moves) checkMove(transferMachine, state, to);
  if (moves.length === 0) return;
  await run(
    tx,
    sql`with wanted as (
          select * from jsonb_to_recordset(${asRecords(moves)}) as wanted(id uuid, state text, "to" text, reason text)
        ), moved as (
          update transfer set state = wanted."to", move_seq = move_seq + 1,
            bank_reason = coalesce(wanted.reason, bank_reason),
            paid_at = case when wanted."to" = 'paid' then ${tx.now}::timestamptz else paid_at end
          from wanted where transfer.id = wanted.id and transfer.state = wanted.state
          returning transfer.id, move_seq, wanted.state as before, wanted."to", wanted.reason
        )
        insert into transfer_move (transfer_id, seq, from_state, to_state, reason, actor_id, at)
        select id, move_seq, before, "to", reason, ${tx.actor.id}, ${tx.now} from moved`,
  );
}
