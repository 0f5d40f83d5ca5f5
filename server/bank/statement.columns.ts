import type { SheetRow } from '#server/platform/sheets/index.ts';
import { type ColumnKind, columnKinds, type Mapping } from './contract.ts';

export { type ColumnKind, columnKinds, type Mapping };

const ROWS_LOOKED_AT = 40;

/** How the banks we know head their columns. The first word that fits wins. */
const words: Record<ColumnKind, readonly string[]> = {
  day: ['交易日期', '入账日期', '记账日期', '交易时间', '入账时间', '记账时间', '交易日', '日期', 'date'],
  income: ['收入', '收入金额', '贷方金额', '贷方发生额', '贷方', '存入金额', '存入', '转入金额', '来账金额', 'credit'],
  outgo: ['支出', '支出金额', '借方金额', '借方发生额', '借方', '支取金额', '支取', '转出金额', '往账金额', 'debit'],
  amount: ['交易金额', '金额', '发生额', '发生金额', 'amount'],
  direction: ['借贷标志', '借贷方向', '借贷', '收支', '收支标志', '收付标志', '借贷标识', '交易方向'],
  payerName: [
    '对方户名',
    '对方名称',
    '对方账户名称',
    '对方单位名称',
    '对方单位',
    '付款人名称',
    '付款人户名',
    '付款方户名',
    '付款方名称',
    '付款人',
  ],
  payerAccount: ['对方账号', '对方账户', '对方帐号', '对方卡号', '付款人账号', '付款方账号', '对方账号卡号'],
  memo: [
    '附言',
    '用途',
    '摘要',
    '备注',
    '交易附言',
    '客户附言',
    '交易摘要',
    '摘要说明',
    '汇款用途',
    '交易用途',
    'memo',
  ],
  serial: [
    '流水号',
    '交易流水号',
    '交易流水',
    '业务流水号',
    '银行流水号',
    '核心流水号',
    '账户明细编号',
    '交易序号',
    'serial',
  ],
};

/** What a head says, without what stands in brackets behind it: `贷方金额（元）`. */
export function kindOfHead(text: string): ColumnKind | null {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【].*$/, '')
    .replace(/[\s/*:_-]/g, '');
  return columnKinds.find((kind) => words[kind].includes(bare)) ?? null;
}

/**
 * Finds the head among the first rows: the one that names the most. Banks put their own name, the account and the days
 * above it. Null when no row names a day and something to do with money.
 */
export function recognizeColumns(rows: readonly SheetRow[]): Mapping | null {
  let best: Mapping | null = null;
  let most = 0;
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) {
    const columns: Mapping['columns'] = {};
    for (const [index, { text }] of row.cells.entries()) {
      const kind = kindOfHead(text);
      if (kind === null) continue;
      // Of two that say the same, such as the day of the trade and of the entry, the first; memos are read together.
      if (kind === 'memo' || !columns[kind]) columns[kind] = [...(columns[kind] ?? []), index];
    }
    const count = Object.keys(columns).length;
    if (columns.day && (columns.income || columns.amount) && count > most) {
      best = { head: row.number, columns };
      most = count;
    }
  }
  return best;
}

/** What a mapping lacks before anything can be imported by it. */
export function missingColumns({ columns }: Mapping): ColumnKind[] {
  const missing: ColumnKind[] = [];
  if (!columns.day) missing.push('day');
  if (!columns.income && !columns.amount) missing.push('income');
  if (!columns.serial) missing.push('serial');
  return missing;
}
