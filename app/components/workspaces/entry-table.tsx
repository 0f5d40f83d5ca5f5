import { Code } from '#app/components/ledger/code.tsx';
import { StatusPill } from '#app/components/office/status-pill.tsx';
import { type Column, Table } from '#app/components/office/table.tsx';
import { formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { EntryView, PostingView } from '#server/settlement/contract.ts';
import { amount } from './amount.ts';
import { useAccount, useKind } from './book-words.ts';
import { useAgreedPrice, useQuantity } from './quantity.ts';

/** One entry with all its postings, debit left, credit right, and the sum of both sides below. */
export function EntryTable({ entry }: { entry: EntryView }) {
  const t = useT();
  const language = useLanguage();
  const accountOf = useAccount();
  const kind = useKind()(entry.kind);
  const debit = entry.postings.reduce((sum, posting) => sum + Math.max(0, posting.amount), 0);
  const credit = entry.postings.reduce((sum, posting) => sum + Math.max(0, -posting.amount), 0);
  const columns: Column<PostingView>[] = [
    {
      id: 'account',
      head: t('books.order.account'),
      heading: true,
      cell: ({ account }) =>
        account.kind === 'household-earned' && account.owner?.code ? (
          <a href={`/books/households/${account.owner.code}`}>{accountOf(account)}</a>
        ) : (
          <a href={`/books/ledger/${encodeURIComponent(account.code)}`}>{accountOf(account)}</a>
        ),
      foot: t('books.order.sum'),
    },
    { id: 'for', head: t('books.order.for'), cell: (posting) => <PostingWords posting={posting} />, foot: '' },
    {
      id: 'debit',
      head: t('books.order.debit'),
      numeric: true,
      cell: (posting) => (posting.amount > 0 ? amount(posting.amount) : ''),
      foot: amount(debit),
    },
    {
      id: 'credit',
      head: t('books.order.credit'),
      numeric: true,
      cell: (posting) => (posting.amount < 0 ? amount(-posting.amount) : ''),
      foot: amount(credit),
    },
  ];
  return (
    <section className="stack">
      <Table
        caption={t('books.order.entry', { kind, time: formatMoment(entry.at, language) })}
        columns={columns}
        rows={entry.postings}
        keyOf={(posting) => String(posting.id)}
      />
      <div className="row small">
        <StatusPill tone={entry.sum === 0 ? 'good' : 'problem'}>
          {t(entry.sum === 0 ? 'books.order.balanced' : 'books.order.unbalanced')}
        </StatusPill>
        <span className="quiet">{entry.by ? t('books.order.by', { name: entry.by }) : t('books.order.system')}</span>
        <Code of={entry.key} />
      </div>
    </section>
  );
}

function PostingWords({ posting }: { posting: PostingView }) {
  const t = useT();
  const text = useText();
  const quantityOf = useQuantity();
  const priceOf = useAgreedPrice();
  const { product, lotCode, quantity, baseUnit, agreedPrice } = posting;
  if (!product) return null;
  if (!lotCode || !quantity || !baseUnit || !agreedPrice) return <>{text(product)}</>;
  const words = {
    product: text(product),
    lot: lotCode,
    quantity: quantityOf(quantity, baseUnit),
    price: priceOf(agreedPrice, baseUnit),
  };
  return <>{t('books.order.line', words)}</>;
}
