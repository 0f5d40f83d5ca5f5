import { plainDigits } from '#server/kernel/input.ts';
import { fenOfCell, type Sheet, type SheetRow } from '#server/platform/sheets/index.ts';
import type { BankOutcome, ResultError } from './contract.ts';

/** One row of a bank's file of results. */
export type BankResult = { row: number; number: string; outcome: BankOutcome; amount: number; reason: string | null };

const outcomeOf: Readonly<Record<string, BankOutcome>> = {
  成功: 'paid',
  已付: 'paid',
  交易成功: 'paid',
  paid: 'paid',
  success: 'paid',
  失败: 'failed',
  交易失败: 'failed',
  failed: 'failed',
  退票: 'returned',
  退汇: 'returned',
  returned: 'returned',
  处理中: 'unknown',
  未知: 'unknown',
  unknown: 'unknown',
  pending: 'unknown',
};

const heads = {
  number: ['业务编号', '流水号', 'transfer', 'number'],
  amount: ['金额', 'amount'],
  outcome: ['结果', '状态', '处理结果', 'result', 'state'],
  reason: ['原因', '失败原因', '备注', 'reason'],
} as const;

/** Reads results row by row; what cannot be read is told with its row, and nothing is guessed. */
export function readResults(sheet: Sheet): { results: BankResult[]; errors: ResultError[] } {
  const [head, ...rows] = sheet.rows;
  const columns = head ? columnsOf(head) : null;
  if (!columns) return { results: [], errors: [wrong(head?.number ?? 1, 'payouts.columns-missing')] };
  const results: BankResult[] = [];
  const errors: ResultError[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const read = resultOf(row, columns);
    if ('code' in read) errors.push(read);
    else if (seen.has(read.number)) errors.push(wrong(row.number, 'payouts.result-twice', { number: read.number }));
    else results.push(read);
    if (!('code' in read)) seen.add(read.number);
  }
  if (rows.length === 0) errors.push(wrong(head?.number ?? 1, 'payouts.no-results'));
  return { results, errors };
}

type Columns = { number: number; amount: number; outcome: number; reason: number };

function columnsOf(head: SheetRow): Columns | null {
  const find = (names: readonly string[]) =>
    head.cells.findIndex(({ text }) => names.includes(text.replaceAll(' ', '').toLowerCase()));
  const columns = {
    number: find(heads.number),
    amount: find(heads.amount),
    outcome: find(heads.outcome),
    reason: find(heads.reason),
  };
  return columns.number < 0 || columns.amount < 0 || columns.outcome < 0 ? null : columns;
}

function resultOf(row: SheetRow, columns: Columns): BankResult | ResultError {
  const text = (column: number) => row.cells[column]?.text ?? '';
  const number = plainDigits(text(columns.number)).toUpperCase();
  if (number === '') return wrong(row.number, 'payouts.number-missing');
  const amount = fenOfCell(text(columns.amount));
  if ('wrong' in amount) return wrong(row.number, amount.wrong);
  const said = text(columns.outcome).toLowerCase();
  const outcome = Object.hasOwn(outcomeOf, said) ? outcomeOf[said] : undefined;
  if (!outcome) return wrong(row.number, 'payouts.outcome-unknown', { outcome: said.slice(0, 40) });
  const reason = columns.reason < 0 ? '' : text(columns.reason);
  if ((outcome === 'failed' || outcome === 'returned') && reason === '')
    return wrong(row.number, 'payouts.reason-missing');
  return { row: row.number, number, outcome, amount: amount.value, reason: reason || null };
}

export function wrong(row: number, code: string, params: ResultError['params'] = {}): ResultError {
  return { row, code, params: { row, ...params } };
}
