import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { useKind } from '#app/components/workspaces/book-words.ts';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { LedgerAccountView } from '#server/settlement/contract.ts';
import { SubjectLink } from './subject-link.tsx';

type Row = LedgerAccountView['rows'][number];

/** What was booked on an account, newest first; each opens to the whole entry. */
export function PostingTable({ account, caption }: { account: LedgerAccountView; caption: string }) {
  const t = useT();
  const language = useLanguage();
  const kindOf = useKind();
  const columns: Column<Row>[] = [
    { id: 'at', head: t('ledger.postingsOf.at'), cell: (row) => formatMoment(row.at, language), foot: '' },
    {
      id: 'kind',
      head: t('ledger.postingsOf.kind'),
      heading: true,
      cell: (row) => (
        <a
          href={`/books/entries/${row.entryId}`}
          aria-label={t('ledger.postingsOf.openEntry', { kind: kindOf(row.kind) })}
        >
          {kindOf(row.kind)}
        </a>
      ),
      foot: t('ledger.postingsOf.sum'),
    },
    { id: 'for', head: t('ledger.postingsOf.for'), cell: (row) => <SubjectLink subject={row.subject} />, foot: '' },
    {
      id: 'debit',
      head: t('ledger.postingsOf.debit'),
      numeric: true,
      cell: (row) => (row.amount > 0 ? amount(row.amount) : ''),
      foot: amount(account.debit),
    },
    {
      id: 'credit',
      head: t('ledger.postingsOf.credit'),
      numeric: true,
      cell: (row) => (row.amount < 0 ? amount(-row.amount) : ''),
      foot: amount(account.credit),
    },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={account.rows}
      keyOf={(row) => String(row.id)}
      empty={
        <EmptyState scene="quiet-field" title={t('ledger.postingsOf.empty')}>
          {t('ledger.postingsOf.emptyDetail')}
        </EmptyState>
      }
    />
  );
}
