import { createHash } from 'node:crypto';
import { assert, present } from '#server/kernel/errors.ts';
import { checkMove } from '#server/kernel/machine.ts';
import { addFen, type Fen } from '#server/kernel/money.ts';
import {
  asRecords,
  authorize,
  type Ctx,
  recordChange,
  rowsOf,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';
import { unseal } from '#server/platform/sealed.ts';
import { writeCsv } from '#server/platform/sheets/index.ts';
import { moveStatements } from '#server/statements/index.ts';
import type { BankFile, TransferState } from './contract.ts';
import { payoutRunMachine } from './payout.machines.ts';
import { lockRun, moveRun, moveTransfers, type RunRow } from './payout.moves.ts';

export const FILE_COLUMNS = {
  number: '业务编号',
  payee: '收款人',
  card: '收款账号',
  amount: '金额',
  note: '附言',
} as const;

type Payee = {
  id: string;
  number: string;
  state: TransferState;
  statementId: string;
  householdId: string;
  payee: string;
  card: Buffer;
  amount: Fen;
};

/**
 * The file a payer's bank reads: the only place where whole card numbers stand, each reading of one is written down. From
 * the first time it is made the money counts as handed to the bank; made again it is the same file to the byte.
 */
export async function exportBankFile(ctx: Ctx, runId: string): Promise<BankFile> {
  authorize(ctx, 'payouts.export');
  return transact(ctx, async (tx) => {
    await handToBank(tx, runId);
    return present(await readBankFile(tx, runId), 'the file of a run that is at the bank');
  });
}

/** Fixes the file of an approved run: from now its money counts as handed to the bank. Once is enough. */
export async function handToBank(ctx: Ctx, runId: string): Promise<void> {
  authorize(ctx, 'payouts.export');
  await transact(ctx, async (tx) => {
    const locked = await lockRun(tx, runId);
    if (locked.sha256 !== null) return;
    checkMove(payoutRunMachine, locked.state, 'exported');
    const transfers = await payeesOf(tx, runId);
    const sha256 = sha256Of(fileOf(locked.number, transfers));
    await handOver(tx, locked, transfers, sha256);
    await recordChange(tx, { subject: 'payout-run', subjectId: runId, what: 'exported', after: { sha256 } });
  });
}

/** The file of a run that was handed to the bank, the same to the byte each time; null while it was not. */
export async function readBankFile(ctx: Ctx, runId: string): Promise<BankFile | null> {
  authorize(ctx, 'payouts.export');
  return transact(ctx, async (tx) => {
    const locked = await lockRun(tx, runId);
    if (locked.sha256 === null) return null;
    const transfers = await payeesOf(tx, runId);
    const text = fileOf(locked.number, transfers);
    const sha256 = sha256Of(text);
    assert(locked.sha256 === sha256, 'the same file as the first time');
    await noteReading(tx, locked.number, transfers);
    const total = addFen(...transfers.map(({ amount }) => amount));
    return { fileName: `${locked.number}.csv`, text, sha256, transfers: transfers.length, total };
  });
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function payeesOf(tx: Tx, runId: string): Promise<Payee[]> {
  return rowsOf(
    tx,
    sql`select id, number, state, statement_id as "statementId", household_id as "householdId", payee, card_sealed as card,
          amount_fen as amount
        from transfer where run_id = ${runId} order by number for update`,
  );
}

function fileOf(run: string, transfers: readonly Payee[]): string {
  const rows = transfers.map(({ number, payee, card, amount }) => [
    number,
    payee,
    unseal(card),
    yuan(amount),
    `农产货款 ${run}`,
  ]);
  return writeCsv(Object.values(FILE_COLUMNS), rows);
}

/** `1234.50`: a bank's column of amounts, without signs and groups. */
function yuan(amount: Fen): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}

async function handOver(tx: Tx, locked: RunRow, transfers: readonly Payee[], sha256: string) {
  await moveRun(tx, locked, 'exported', { sha256 });
  await moveTransfers(
    tx,
    transfers.map(({ id, state }) => ({ id, state, to: 'sent', reason: null })),
  );
  await moveStatements(
    tx,
    transfers.map(({ statementId }) => statementId),
    'paying',
    { reason: locked.number },
  );
}

/** Who read which household's card, and for which file; never the number. */
async function noteReading(tx: Tx, runNumber: string, transfers: readonly Payee[]): Promise<void> {
  const records = transfers.map(({ householdId, number }) => ({ household_id: householdId, number }));
  await run(
    tx,
    sql`insert into change_log (at, actor_id, actor_kind, subject, subject_id, what, after, reason)
        select ${tx.now}, ${tx.actor.id}, ${tx.actor.kind}, 'household', household_id, 'card-read',
          jsonb_build_object('transfer', number), ${`bank file ${runNumber}`}
        from jsonb_to_recordset(${asRecords(records)}) as reading(household_id text, number text)`,
  );
}
