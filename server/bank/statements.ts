import { createHash } from 'node:crypto';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { isUuid, uuidv7 } from '#server/kernel/ids.ts';
import {
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
import { readSheet, type SheetRow } from '#server/platform/sheets/index.ts';
import { type Mapping, missingColumns, recognizeColumns } from './statement.columns.ts';
import { type CellError, isSameLine, readStatement, type StatementLine, type StatementRead } from './statement.rows.ts';

/** Keeps a statement as it was handed in, to be looked at before anything is booked. Refuses what is no table. */
export async function uploadStatement(ctx: Ctx, filename: string, bytes: Uint8Array): Promise<{ id: string }> {
  authorize(ctx, 'bank.keep');
  await readSheet(bytes, filename);
  const id = uuidv7(ctx.now);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await transact(ctx, (tx) =>
    run(
      tx,
      sql`insert into bank_statement (id, filename, bytes, sha256, uploaded_by, uploaded_at)
          values (${id}, ${filename.slice(0, 200)}, ${Buffer.from(bytes)}, ${sha256}, ${tx.actor.id}, ${tx.now})`,
    ),
  );
  return { id };
}

export type StatementRow = {
  id: string;
  filename: string;
  bytes: Buffer;
  state: 'draft' | 'imported';
  mapping: Mapping | null;
  lines: number | null;
};

/** A statement as kept; inside a transaction its row is locked. */
export async function statementOf(ctx: Pick<Ctx, 'em'>, id: string, lock: boolean): Promise<StatementRow> {
  const row = isUuid(id)
    ? await rowOf<StatementRow>(
        ctx,
        sql`select id, filename, bytes, state, mapping, lines from bank_statement where id = ${id}
            ${lock ? sql`for update` : sql``}`,
      )
    : null;
  if (!row) throw new DomainError('not-found', 'bank.statement-unknown');
  return row;
}

export type StatementAsRead = StatementRead & { rows: readonly SheetRow[]; mapping: Mapping | null };

/** Reads a kept statement by its mapping; without one that is complete nothing of it is read. */
export async function readKept(ctx: Ctx, statement: StatementRow): Promise<StatementAsRead> {
  const { rows } = await readSheet(statement.bytes, statement.filename);
  const mapping = statement.mapping ?? recognizeColumns(rows);
  const isComplete = mapping !== null && missingColumns(mapping).length === 0;
  const read = isComplete
    ? readStatement(rows, mapping, businessDayOf(ctx.now))
    : { lines: [], errors: [], outgoing: 0, sums: 0, repeated: 0 };
  return { ...read, rows, mapping };
}

/** States which column says what, where the head was not recognized, or wrongly. */
export async function mapStatement(ctx: Ctx, id: string, mapping: Mapping): Promise<void> {
  authorize(ctx, 'bank.keep');
  await transact(ctx, async (tx) => {
    const statement = await statementOf(tx, id, true);
    if (statement.state === 'imported') throw new DomainError('conflict', 'bank.statement-imported');
    await run(tx, sql`update bank_statement set mapping = ${JSON.stringify(mapping)}::jsonb where id = ${id}`);
  });
}

/** Takes a statement away of which nothing is booked: the wrong file, or one handed in by mistake. */
export async function discardStatement(ctx: Ctx, id: string): Promise<{ filename: string }> {
  authorize(ctx, 'bank.keep');
  return transact(ctx, async (tx) => {
    const { filename, state } = await statementOf(tx, id, true);
    if (state === 'imported') throw new DomainError('conflict', 'bank.statement-imported');
    await run(tx, sql`delete from bank_statement where id = ${id}`);
    await recordChange(tx, { subject: 'bank-statement', subjectId: id, what: 'discarded', before: { filename } });
    return { filename };
  });
}

/** Of these lines, which the books have already; and which serial numbers stand there for something else. */
export async function compareWithKept(
  ctx: Pick<Tx, 'em'>,
  lines: readonly StatementLine[],
): Promise<{ known: Set<string>; others: Set<string> }> {
  const kept = await rowsOf<Pick<StatementLine, 'serial' | 'day' | 'amount'>>(
    ctx,
    sql`select serial, day::text as day, amount_fen as amount from bank_line
        where serial = any(${lines.map(({ serial }) => serial)}::text[])`,
  );
  const bySerial = new Map(kept.map((line) => [line.serial, line]));
  const known = new Set<string>();
  const others = new Set<string>();
  for (const line of lines) {
    const before = bySerial.get(line.serial);
    if (!before) continue;
    const isSame = isSameLine({ ...line, ...before }, line);
    (isSame ? known : others).add(line.serial);
  }
  return { known, others };
}

export type { CellError, StatementLine };
