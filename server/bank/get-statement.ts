import { readRemittanceCodes } from '#server/payments/index.ts';
import { authorize, type Ctx } from '#server/platform/index.ts';
import type { StatementPreview } from './contract.ts';
import { type ColumnKind, columnKinds, type Mapping, missingColumns } from './statement.columns.ts';
import { compareWithKept, readKept, statementOf } from './statements.ts';

const SHOWN_MAX = 200;

/** A statement before it is booked: what each column is taken for, each incoming line, and every cell that is wrong. */
export async function getStatement(ctx: Ctx, id: string): Promise<StatementPreview> {
  authorize(ctx, 'bank.keep');
  const statement = await statementOf(ctx, id, false);
  const read = await readKept(ctx, statement);
  const { known, others } = await compareWithKept(ctx, read.lines);
  const taken = read.lines
    .filter((line) => others.has(line.serial))
    .map((line) => ({ address: String(line.row), code: 'bank.serial-other', text: line.serial }));
  const errors = [...read.errors, ...taken];
  const { mapping } = read;
  const head = read.rows.find(({ number }) => number === (mapping?.head ?? read.rows[0]?.number));
  return {
    id,
    filename: statement.filename,
    state: statement.state,
    head: head ? head.cells.map(({ text }, column) => ({ column, text, kind: kindAt(mapping, column) })) : null,
    headRow: head?.number ?? null,
    missing: mapping ? missingColumns(mapping) : ['day', 'income', 'serial'],
    errors: errors.slice(0, SHOWN_MAX),
    lines: read.lines.slice(0, SHOWN_MAX).map((line) => ({
      row: line.row,
      serial: line.serial,
      day: line.day,
      amount: line.amount,
      payerName: line.payerName,
      memo: line.memo,
      codes: readRemittanceCodes(line.memo).codes,
      known: known.has(line.serial),
    })),
    counts: {
      lines: read.lines.length,
      errors: errors.length,
      known: known.size,
      outgoing: read.outgoing,
      sums: read.sums,
      repeated: read.repeated,
    },
    sum: read.lines.reduce((sum, line) => sum + line.amount, 0),
  };
}

function kindAt(mapping: Mapping | null, column: number): ColumnKind | null {
  return columnKinds.find((kind) => mapping?.columns[kind]?.includes(column)) ?? null;
}
