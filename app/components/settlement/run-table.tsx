import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatCount, formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { PayoutRunRow } from '#server/payouts/contract.ts';
import { usePayer } from './payer-name.ts';
import { RunPill } from './pills.tsx';

/** Payout runs, newest first. */
export function RunTable({ runs }: { runs: readonly PayoutRunRow[] }) {
  const t = useT();
  const language = useLanguage();
  const payerOf = usePayer();
  const columns: Column<PayoutRunRow>[] = [
    {
      id: 'number',
      head: t('settlement.payouts.number'),
      heading: true,
      cell: ({ number }) => <a href={`/books/payouts/${number}`}>{number}</a>,
    },
    { id: 'state', head: t('settlement.state'), cell: ({ state }) => <RunPill state={state} /> },
    { id: 'payer', head: t('settlement.payouts.payer'), cell: ({ payer }) => payerOf(payer) },
    {
      id: 'transfers',
      head: t('settlement.payouts.transfers'),
      numeric: true,
      cell: ({ transfers }) => formatCount(transfers),
    },
    { id: 'total', head: t('settlement.amount'), numeric: true, cell: ({ total }) => amount(total) },
    { id: 'paid', head: t('settlement.payouts.paid'), numeric: true, cell: ({ paid }) => amount(paid.amount) },
    {
      id: 'made',
      head: t('settlement.payouts.made'),
      cell: ({ madeBy, madeAt }) => (
        <>
          {madeBy} <span className="quiet small block">{formatMoment(madeAt, language)}</span>
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t('settlement.payouts.runs')}
      columns={columns}
      rows={runs}
      keyOf={({ id }) => id}
      empty={
        <EmptyState scene="quiet-field" title={t('settlement.payouts.noRuns')}>
          {t('settlement.payouts.noRunsDetail')}
        </EmptyState>
      }
    />
  );
}
