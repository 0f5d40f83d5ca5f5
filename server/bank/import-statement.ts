import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { postEntries } from '#server/ledger/index.ts';
import { readRemittanceCodes } from '#server/payments/index.ts';
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
import { bankAccounts } from './accounts.ts';
import { completeTransfers } from './complete-transfers.ts';
import { placeTransfer } from './matching.ts';
import { type NewCredit, type NewMatch, writePlacements } from './placements.ts';
import { holdOnForParts, lockRemittances } from './remittances.ts';
import { compareWithKept, readKept, type StatementLine, statementOf } from './statements.ts';

export type Imported = { added: number; known: number; matched: number; waiting: number };

/**
 * Books a statement: all of its incoming lines or none, each once by the bank's serial number whatever file it comes in,
 * and matches them by the codes in their memos. Orders that are now paid hear of it after the transaction. Refuses
 * (conflict) a statement with anything wrong in it.
 */
export async function importStatement(ctx: Ctx, id: string): Promise<Imported> {
  authorize(ctx, 'bank.keep');
  const { full, ...imported } = await transact(ctx, async (tx) => {
    const statement = await statementOf(tx, id, true);
    if (statement.state === 'imported') {
      return { added: 0, known: statement.lines ?? 0, matched: 0, waiting: 0, full: [] };
    }
    const { lines, errors } = await readKept(tx, statement);
    if (errors.length > 0) throw new DomainError('conflict', 'bank.statement-wrong', { count: errors.length });
    if (lines.length === 0) throw new DomainError('conflict', 'bank.statement-without-lines');
    const added = await addLines(tx, id, lines);
    const matching = await matchByCode(tx, added);
    await run(
      tx,
      sql`update bank_statement set state = 'imported', imported_by = ${tx.actor.id}, imported_at = ${tx.now},
            lines = ${lines.length} where id = ${id}`,
    );
    await recordChange(tx, {
      subject: 'bank-statement',
      subjectId: id,
      what: 'imported',
      after: { added: added.length },
    });
    return { added: added.length, known: lines.length - added.length, ...matching };
  });
  await completeTransfers(ctx, full);
  return imported;
}

type AddedLine = StatementLine & { id: string };

/** In the order of serial numbers, so that the same statement sent twice at once waits for itself and adds nothing. */
async function addLines(tx: Tx, statementId: string, lines: readonly StatementLine[]): Promise<AddedLine[]> {
  const wanted = lines.map((line) => ({ ...line, id: uuidv7(tx.now) }));
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`insert into bank_line (id, statement_id, row, serial, day, amount_fen, payer_name, payer_account, memo)
        select id, ${statementId}, row, serial, day, amount, "payerName", "payerAccount", memo
        from jsonb_to_recordset(${asRecords(wanted)}) as line(id uuid, row int, serial text, day date, amount bigint,
          "payerName" text, "payerAccount" text, memo text)
        order by serial collate "C" on conflict (serial) do nothing returning id`,
  );
  const { others } = await compareWithKept(tx, lines);
  const [other] = others;
  if (other !== undefined) throw new DomainError('conflict', 'bank.serial-other', { serial: other });
  const written = new Set(rows.map((row) => row.id));
  const added = wanted.filter((line) => written.has(line.id));
  await postEntries(
    tx,
    added.map((line) => ({
      key: `bank-line:${line.id}`,
      kind: 'bank-line',
      reference: line.id,
      postings: [
        { account: bankAccounts.platform(), amount: line.amount, detail: line.id },
        { account: bankAccounts.clearing(), amount: fen(-line.amount), detail: line.id },
      ],
    })),
  );
  return added;
}

async function matchByCode(
  tx: Tx,
  lines: readonly AddedLine[],
): Promise<{ matched: number; waiting: number; full: string[] }> {
  const read = lines.map((line) => ({ line, codes: readRemittanceCodes(line.memo) }));
  const remittances = await lockRemittances(tx, { codes: read.flatMap(({ codes }) => codes.codes) });
  const dues = new Map(remittances.map((one) => [one.code, one]));
  const matches: NewMatch[] = [];
  const credits: NewCredit[] = [];
  const inOrder = read.sort((a, b) =>
    a.line.day === b.line.day ? a.line.row - b.line.row : a.line.day < b.line.day ? -1 : 1,
  );
  let waiting = 0;
  for (const { line, codes } of inOrder) {
    const placement = placeTransfer(line.amount, codes, dues);
    for (const { paymentId, amount } of placement.fills) {
      matches.push({ lineId: line.id, paymentId, amount, how: 'code' });
      const due = remittances.find((one) => one.paymentId === paymentId);
      if (due) due.missing = fen(due.missing - amount) as Fen;
    }
    if (placement.credit > 0) {
      const last = dues.get(codes.codes.at(-1) ?? '');
      credits.push({ lineId: line.id, amount: placement.credit, because: 'over', orderId: last?.orderId ?? null });
    }
    if (placement.waits > 0) waiting += 1;
  }
  await writePlacements(tx, matches, credits);
  const touched = new Set(matches.map(({ paymentId }) => paymentId));
  const open = remittances.filter(({ paymentId, missing }) => touched.has(paymentId) && missing > 0);
  await holdOnForParts(
    tx,
    open.map(({ orderId }) => orderId),
  );
  const full = remittances.filter(({ paymentId, missing }) => touched.has(paymentId) && missing === 0);
  return { matched: touched.size, waiting, full: full.map(({ paymentId }) => paymentId) };
}
