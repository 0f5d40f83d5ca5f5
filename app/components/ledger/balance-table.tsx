import type { ReactNode } from 'react';
import { type Column, Table } from '#app/components/office/table.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatCount, useT } from '#app/i18n/index.tsx';
import type { Fen } from '#server/kernel/money.ts';
import { useSide } from './side.ts';

type Row = { opening: Fen; debit: Fen; credit: Fen; closing: Fen; postings: number };

type BalanceTableProps<Of extends Row> = {
  caption: string;
  rows: readonly Of[];
  sums: Omit<Row, 'postings'>;
  /** What names a row and opens it. */
  name: (row: Of) => ReactNode;
  keyOf: (row: Of) => string;
  empty: ReactNode;
};

/** What stood before, came in, went out and stands now: of kinds of accounts, or of the accounts of a kind. */
export function BalanceTable<Of extends Row>({ caption, rows, sums, name, keyOf, empty }: BalanceTableProps<Of>) {
  const t = useT();
  const sideOf = useSide();
  const columns: Column<Of>[] = [
    { id: 'account', head: t('ledger.account'), heading: true, cell: name, foot: t('ledger.sum') },
    {
      id: 'opening',
      head: t('ledger.opening'),
      numeric: true,
      cell: (row) => sideOf(row.opening),
      foot: sideOf(sums.opening),
    },
    { id: 'debit', head: t('ledger.debit'), numeric: true, cell: (row) => amount(row.debit), foot: amount(sums.debit) },
    {
      id: 'credit',
      head: t('ledger.credit'),
      numeric: true,
      cell: (row) => amount(row.credit),
      foot: amount(sums.credit),
    },
    {
      id: 'closing',
      head: t('ledger.closing'),
      numeric: true,
      cell: (row) => sideOf(row.closing),
      foot: sideOf(sums.closing),
    },
    {
      id: 'postings',
      head: t('ledger.postings'),
      numeric: true,
      cell: (row) => formatCount(row.postings),
      foot: formatCount(rows.reduce((sum, row) => sum + row.postings, 0)),
    },
  ];
  return <Table caption={caption} columns={columns} rows={rows} keyOf={keyOf} empty={empty} />;
}
