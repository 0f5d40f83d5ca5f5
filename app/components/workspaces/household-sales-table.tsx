import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatCount, formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { HouseholdSalesRow, HouseholdSalesView } from '#server/settlement/contract.ts';
import { amount } from './amount.ts';

/** What each household earned in some days, most first; every figure opens to its postings. */
export function HouseholdSalesTable({ sales }: { sales: HouseholdSalesView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const { from, to } = sales;
  const columns: Column<HouseholdSalesRow>[] = [
    {
      id: 'household',
      head: t('books.households.household'),
      heading: true,
      cell: (row) => (
        <>
          {row.name} <span className="quiet small">{row.code}</span>
        </>
      ),
      foot: t('books.households.total', { count: sales.households }),
    },
    { id: 'village', head: t('books.households.village'), cell: (row) => text(row.village), foot: '' },
    { id: 'county', head: t('books.households.county'), cell: (row) => text(row.county), foot: '' },
    {
      id: 'orders',
      head: t('books.households.orders'),
      numeric: true,
      cell: (row) => formatCount(row.orders),
      foot: '',
    },
    {
      id: 'earned',
      head: t('books.households.earned'),
      numeric: true,
      cell: (row) => (
        <a
          href={`/books/households/${row.code}?from=${from}&to=${to}`}
          aria-label={t('books.households.open', { name: row.name, amount: amount(row.earned) })}
        >
          {amount(row.earned)}
        </a>
      ),
      foot: amount(sales.total),
    },
  ];
  return (
    <Table
      caption={t('books.households.caption', { from: formatDate(from, language), to: formatDate(to, language) })}
      columns={columns}
      rows={sales.rows}
      keyOf={(row) => row.code}
      empty={
        <EmptyState scene="quiet-field" title={t('books.households.empty')}>
          {t('books.households.emptyDetail')}
        </EmptyState>
      }
    />
  );
}
