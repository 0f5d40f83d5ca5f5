import { StatusPill, type Tone } from '#app/components/office/status-pill.tsx';
import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { ActionLink } from '#app/components/workspaces/action-link.tsx';
import { formatMoment, formatMonth, useLanguage, useT } from '#app/i18n/index.tsx';
import type { ClosingView, MonthRow } from '#server/insight/contract.ts';
import { addDays, businessDay } from '#server/kernel/calendar.ts';

const toneOf: Record<MonthRow['state'], Tone> = { closed: 'good', open: 'waiting', running: 'moving' };

/** Every month of the books, newest first: closed when and by whom, or open; the one to be closed next has the button. */
export function MonthTable({ closing }: { closing: ClosingView }) {
  const t = useT();
  const language = useLanguage();
  const monthOf = (month: string) => formatMonth(`${month}-01`, language);
  const columns: Column<MonthRow>[] = [
    {
      id: 'month',
      head: t('ledger.periods.month'),
      heading: true,
      cell: ({ month }) => <a href={`/books/ledger?from=${month}-01&to=${lastDayOf(month)}`}>{monthOf(month)}</a>,
    },
    {
      id: 'state',
      head: t('ledger.periods.state'),
      cell: ({ state }) => <StatusPill tone={toneOf[state]}>{t(`ledger.periods.${state}`)}</StatusPill>,
    },
    {
      id: 'closedAt',
      head: t('ledger.periods.closedAt'),
      cell: ({ month, state, closedAt }) => {
        if (closedAt) return formatMoment(closedAt, language);
        if (state !== 'open' || month !== closing.next?.month) return '';
        return (
          <ActionLink href="/books/periods/closing" words={t('ledger.periods.close')} of={monthOf(month)} second />
        );
      },
    },
    {
      id: 'by',
      head: t('ledger.periods.by'),
      cell: ({ by, state }) => (state === 'closed' ? (by ?? t('ledger.periods.system')) : ''),
    },
    {
      id: 'hash',
      head: t('ledger.periods.hash'),
      cell: ({ hash }) => (hash ? <code title={hash}>{hash.slice(0, 12)}</code> : ''),
    },
  ];
  return (
    <Table
      caption={t('ledger.periods.caption')}
      columns={columns}
      rows={closing.months}
      keyOf={({ month }) => month}
      empty={
        <EmptyState scene="quiet-field" title={t('ledger.periods.empty')}>
          {t('ledger.periods.emptyDetail')}
        </EmptyState>
      }
    />
  );
}

function lastDayOf(month: string): string {
  const next = addDays(businessDay(`${month}-01`), 31);
  return addDays(businessDay(`${next.slice(0, 7)}-01`), -1);
}
