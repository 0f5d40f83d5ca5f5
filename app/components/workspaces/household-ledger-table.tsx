import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { HouseholdLedgerView } from '#server/settlement/contract.ts';
import { amount } from './amount.ts';
import { useKind } from './book-words.ts';
import { useAgreedPrice, useQuantity } from './quantity.ts';

type Row = HouseholdLedgerView['entries'][number];

/** Every posting of a household: what was sold, from which lot, so much times the agreed price is the amount. */
export function HouseholdLedgerTable({ ledger }: { ledger: HouseholdLedgerView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const quantityOf = useQuantity();
  const priceOf = useAgreedPrice();
  const kindOf = useKind();
  const columns: Column<Row>[] = [
    {
      id: 'at',
      head: t('books.household.at'),
      cell: (row) => formatMoment(row.at, language),
      foot: t('books.household.sum'),
    },
    {
      id: 'order',
      head: t('books.household.order'),
      heading: true,
      cell: (row) =>
        row.orderNumber ? <a href={`/books/orders/${row.orderNumber}`}>{row.orderNumber}</a> : row.reference,
      foot: '',
    },
    {
      id: 'what',
      head: t('books.household.what'),
      cell: (row) => (
        <>
          {row.product ? text(row.product) : kindOf(row.kind)}
          {row.kind === 'sale' ? null : <span className="quiet small block">{kindOf(row.kind)}</span>}
        </>
      ),
      foot: '',
    },
    {
      id: 'lot',
      head: t('books.household.lot'),
      cell: (row) => (row.lotCode ? <a href={`/trace/${row.lotCode}`}>{row.lotCode}</a> : ''),
      foot: '',
    },
    {
      id: 'quantity',
      head: t('books.household.quantity'),
      numeric: true,
      cell: (row) => (row.quantity && row.baseUnit ? quantityOf(row.quantity, row.baseUnit) : ''),
      foot: '',
    },
    {
      id: 'price',
      head: t('books.household.price'),
      numeric: true,
      cell: (row) => (row.agreedPrice && row.baseUnit ? priceOf(row.agreedPrice, row.baseUnit) : ''),
      foot: '',
    },
    {
      id: 'amount',
      head: t('books.household.amount'),
      numeric: true,
      cell: (row) => amount(row.amount),
      foot: amount(ledger.entries.reduce((sum, row) => sum + row.amount, 0)),
    },
  ];
  return (
    <Table
      caption={t('books.household.caption')}
      columns={columns}
      rows={ledger.entries}
      keyOf={(row) => `${row.reference} ${row.lotCode} ${row.at} ${row.amount} ${text(row.product ?? { 'zh-CN': '' })}`}
      empty={
        <EmptyState scene="quiet-field" title={t('books.household.empty')}>
          {t('books.household.emptyDetail')}
        </EmptyState>
      }
    />
  );
}
