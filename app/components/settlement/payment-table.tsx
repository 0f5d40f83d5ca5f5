import { type Column, Table } from '#app/components/office/table.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { TransferState } from '#server/payouts/contract.ts';
import type { StatementView } from '#server/statements/contract.ts';
import { TransferPill } from './pills.tsx';

type Row = StatementView['transfers'][number];

/** Every attempt to pay a statement, newest first; a transfer's number begins with its run's. */
export function PaymentTable({ payments }: { payments: readonly Row[] }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<Row>[] = [
    {
      id: 'number',
      head: t('settlement.payout.number'),
      heading: true,
      cell: ({ number, way }) =>
        way === 'bank' ? <a href={`/books/payouts/${number.replace(/-\d+$/, '')}`}>{number}</a> : number,
    },
    {
      id: 'way',
      head: t('settlement.statementPage.way'),
      cell: ({ way, cardTail }) => `${t(`settlement.statementPage.ways.${way}`)} ${cardTail ?? ''}`.trim(),
    },
    { id: 'amount', head: t('settlement.amount'), numeric: true, cell: (row) => amount(row.amount) },
    {
      id: 'state',
      head: t('settlement.state'),
      cell: ({ state, reason }) => (
        <>
          <TransferPill state={state as TransferState} />
          {reason ? <span className="small block">{reason}</span> : null}
        </>
      ),
    },
    { id: 'at', head: t('settlement.at'), cell: ({ paidAt }) => (paidAt ? formatMoment(paidAt, language) : '') },
  ];
  return (
    <Table
      caption={t('settlement.statementPage.transfers')}
      columns={columns}
      rows={payments}
      keyOf={({ number }) => number}
      empty={<p className="quiet">{t('settlement.statementPage.noTransfers')}</p>}
    />
  );
}
