import type { BusinessDay } from '#server/kernel/calendar.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import {
  type CellRead,
  cellAddress,
  dayOfCell,
  fenOfCell,
  type SheetCell,
  type SheetRow,
} from '#server/platform/sheets/index.ts';
import type { ColumnKind, Mapping } from './statement.columns.ts';

/** One transfer to us, as the bank tells of it. */
export type StatementLine = {
  row: number;
  serial: string;
  day: BusinessDay;
  amount: Fen;
  payerName: string;
  payerAccount: string;
  memo: string;
};

/** What is wrong with one cell. `code` is a key of `errors`. */
export type CellError = { address: string; code: string; text: string };

export type StatementRead = {
  lines: StatementLine[];
  errors: CellError[];
  /** Rows that tell of money going out, and rows of sums: read, and left alone. */
  outgoing: number;
  sums: number;
  /** Rows that say a second time what another row of the file says, serial number and all. */
  repeated: number;
};

const SERIAL_LENGTH_MAX = 80;
const SUM_ROW = /^(?:合计|总计|小计|本页合计|本页小计|累计|期初|期末|以上|以下|制表|打印|total)/i;
const incomingWords = new Set(['贷', '贷方', '收', '收入', '转入', '来账', '入账', 'c', 'cr', 'credit', '+']);
const outgoingWords = new Set(['借', '借方', '支', '支出', '付', '转出', '往账', '出账', 'd', 'dr', 'debit', '-']);
const NOTHING = /^(?:|-+|—+|\/)$/;

/** Reads every row below the head; of a wrong one it says every cell that is wrong, and nothing is guessed. */
export function readStatement(rows: readonly SheetRow[], mapping: Mapping, today: BusinessDay): StatementRead {
  const read: StatementRead = { lines: [], errors: [], outgoing: 0, sums: 0, repeated: 0 };
  const bySerial = new Map<string, StatementLine>();
  for (const row of rows.filter(({ number }) => number > mapping.head)) {
    if (SUM_ROW.test(row.cells.find(({ text }) => text !== '')?.text ?? '')) {
      read.sums += 1;
      continue;
    }
    const line = readRow(row, mapping, today);
    if (line === 'outgoing') read.outgoing += 1;
    else if (Array.isArray(line)) read.errors.push(...line);
    else {
      const before = bySerial.get(line.serial);
      if (!before) {
        bySerial.set(line.serial, line);
        read.lines.push(line);
      } else if (isSameLine(before, line)) read.repeated += 1;
      else {
        const { address } = cellsOf(row, mapping, 'serial')[0] as SheetCell;
        read.errors.push({ address, code: 'bank.serial-twice', text: line.serial });
      }
    }
  }
  return read;
}

/** Whether two rows tell of the same transfer. */
export function isSameLine(a: Omit<StatementLine, 'row'>, b: Omit<StatementLine, 'row'>): boolean {
  return a.serial === b.serial && a.day === b.day && a.amount === b.amount;
}

function readRow(row: SheetRow, mapping: Mapping, today: BusinessDay): StatementLine | CellError[] | 'outgoing' {
  const income = incomeOf(row, mapping);
  if (income === 'outgoing') return 'outgoing';
  const errors: CellError[] = 'wrong' in income ? [income.wrong] : [];
  const day = cellOf(row, mapping, 'day');
  const dayRead = dayOfCell(day.text);
  if ('wrong' in dayRead) errors.push({ ...day, code: dayRead.wrong });
  else if (dayRead.value > today) errors.push({ ...day, code: 'bank.day-ahead' });
  const serial = cellOf(row, mapping, 'serial');
  const number = serial.text.replace(/^'/, '').trim();
  if (number === '') errors.push({ ...serial, code: 'bank.serial-missing' });
  else if (number.length > SERIAL_LENGTH_MAX || /[eE]\+\d/.test(number)) {
    // Opened and saved by Excel, a long number becomes 2.02603E+17, and many become one.
    errors.push({ ...serial, code: 'bank.serial-wrong' });
  }
  if (errors.length > 0 || 'wrong' in income || 'wrong' in dayRead) return errors;
  return {
    row: row.number,
    serial: number,
    day: dayRead.value,
    amount: income.value,
    payerName: cellOf(row, mapping, 'payerName').text,
    payerAccount: cellOf(row, mapping, 'payerAccount').text.replace(/^'|\s/g, ''),
    memo: [...new Set(cellsOf(row, mapping, 'memo').map(({ text }) => text))].filter((text) => text !== '').join(' '),
  };
}

type Income = { value: Fen } | { wrong: CellError } | 'outgoing';

function incomeOf(row: SheetRow, mapping: Mapping): Income {
  return mapping.columns.income ? fromTwoColumns(row, mapping) : fromOneColumn(row, mapping);
}

function fromTwoColumns(row: SheetRow, mapping: Mapping): Income {
  const income = cellOf(row, mapping, 'income');
  const outgo = cellOf(row, mapping, 'outgo');
  const incomeRead = sideOf(income);
  if ('wrong' in incomeRead) return { wrong: { ...income, code: incomeRead.wrong } };
  const outgoRead = sideOf(outgo);
  if ('wrong' in outgoRead) return { wrong: { ...outgo, code: outgoRead.wrong } };
  const [comes, goes] = [incomeRead.value, outgoRead.value];
  if (comes !== 0 && goes !== 0) return { wrong: { ...income, code: 'bank.both-ways' } };
  // A reversal of an earlier income stands in red; somebody has to look at it.
  if (comes < 0) return { wrong: { ...income, code: 'bank.below-zero' } };
  if (comes > 0) return { value: comes };
  if (goes !== 0 || !mapping.columns.outgo) return 'outgoing';
  return { wrong: { ...income, code: 'sheets.money-empty' } };
}

function fromOneColumn(row: SheetRow, mapping: Mapping): Income {
  const amount = cellOf(row, mapping, 'amount');
  const read = fenOfCell(amount.text);
  if ('wrong' in read) return { wrong: { ...amount, code: read.wrong } };
  if (read.value === 0) return { wrong: { ...amount, code: 'bank.amount-zero' } };
  if (!mapping.columns.direction) return read.value < 0 ? 'outgoing' : { value: read.value };
  const direction = cellOf(row, mapping, 'direction');
  const word = direction.text.normalize('NFKC').toLowerCase().trim();
  if (outgoingWords.has(word)) return 'outgoing';
  if (!incomingWords.has(word)) return { wrong: { ...direction, code: 'bank.direction-unknown' } };
  return read.value < 0 ? { wrong: { ...amount, code: 'bank.below-zero' } } : { value: read.value };
}

/** One side of a row: empty where the other side has the amount. */
function sideOf(cell: SheetCell): CellRead<Fen> {
  return NOTHING.test(cell.text) ? { value: fen(0) } : fenOfCell(cell.text);
}

function cellsOf(row: SheetRow, mapping: Mapping, kind: ColumnKind): SheetCell[] {
  return (mapping.columns[kind] ?? []).map((column) => row.cells[column] ?? emptyCell(row, column));
}

function cellOf(row: SheetRow, mapping: Mapping, kind: ColumnKind): SheetCell {
  return cellsOf(row, mapping, kind)[0] ?? emptyCell(row, 0);
}

/** A row ends with its last used cell; what stands behind it is empty. */
function emptyCell(row: SheetRow, column: number): SheetCell {
  return { address: cellAddress(column + 1, row.number), text: '' };
}
