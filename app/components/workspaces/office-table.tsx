import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatCount, formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { OfficeHouseholdRow, OfficeHouseholdsView } from '#server/settlement/contract.ts';
import { amount } from './amount.ts';

/** The households of an office, village by village. */
export function OfficeTable({ view }: { view: OfficeHouseholdsView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const columns: Column<OfficeHouseholdRow>[] = [
    {
      id: 'household',
      head: t('workspaces.office.household'),
      heading: true,
      cell: (row) => (
        <>
          {row.name} <span className="quiet small">{row.code}</span>
        </>
      ),
    },
    {
      id: 'village',
      head: t('workspaces.office.village'),
      cell: (row) => (
        <>
          {text(row.village)}
          <span className="quiet small block">
            {text(row.county)} · {text(row.township)}
          </span>
        </>
      ),
    },
    {
      id: 'makes',
      head: t('workspaces.office.makes'),
      cell: (row) => row.makes.map(text).join(language === 'en' ? ', ' : '、'),
    },
    {
      id: 'orders',
      head: t('workspaces.office.ordersHead'),
      numeric: true,
      cell: (row) => formatCount(row.orders),
    },
    {
      id: 'earned',
      head: t('workspaces.office.earnedHead'),
      numeric: true,
      cell: (row) => amount(row.earned),
    },
    {
      id: 'last',
      head: t('workspaces.office.last'),
      cell: (row) =>
        row.lastEarnedAt ? (
          formatDate(row.lastEarnedAt, language)
        ) : (
          <span className="quiet">{t('workspaces.office.never')}</span>
        ),
    },
  ];
  const words = view.filter === 'unreached' ? 'emptyUnreached' : 'empty';
  return (
    <Table
      caption={t('workspaces.office.table')}
      captionHidden
      columns={columns}
      rows={view.rows}
      keyOf={(row) => row.code}
      empty={
        <EmptyState
          scene={view.filter === 'unreached' ? 'all-done' : 'quiet-field'}
          title={t(`workspaces.office.${words}`)}
        >
          {t(`workspaces.office.${words}Detail`)}
        </EmptyState>
      }
    />
  );
}
