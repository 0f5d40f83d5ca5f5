import type { ReactNode } from 'react';
import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { ActionLink } from '#app/components/workspaces/action-link.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { PaymentRefundRow, PaymentRefundsView } from '#server/refunds/contract.ts';

/** Money owed back, each with what its provider said of it and what there is to do. */
export function OwedTable({ list }: { list: PaymentRefundsView }) {
  const t = useT();
  const language = useLanguage();
  const wordOf = useOwedWords();
  const columns: Column<PaymentRefundRow>[] = [
    {
      id: 'order',
      head: t('moneyBack.order'),
      heading: true,
      cell: ({ orderNumber }) => <a href={`/books/orders/${orderNumber}`}>{orderNumber}</a>,
    },
    { id: 'amount', head: t('moneyBack.amount'), numeric: true, cell: (row) => amount(row.amount) },
    { id: 'provider', head: t('moneyBack.provider'), cell: ({ provider }) => wordOf('providers', provider) },
    { id: 'because', head: t('moneyBack.because'), cell: ({ because }) => wordOf('becauseOf', because) },
    { id: 'since', head: t('moneyBack.since'), cell: ({ owedAt }) => formatMoment(owedAt, language) },
    list.filter === 'sent'
      ? { id: 'sent', head: t('moneyBack.sentAt'), cell: ({ sentAt }) => sentAt && formatMoment(sentAt, language) }
      : { id: 'said', head: t('moneyBack.said'), cell: (row) => <Said of={row} /> },
    ...(list.filter === 'failed' || list.filter === 'by-hand'
      ? [{ id: 'act', head: t('moneyBack.act'), cell: (row: PaymentRefundRow) => actionOf(row, t) }]
      : []),
  ];
  return (
    <Table
      caption={t(`moneyBack.caption.${list.filter}`)}
      columns={columns}
      rows={list.rows}
      keyOf={({ id }) => id}
      empty={
        <EmptyState scene="all-done" title={t(`moneyBack.empty.${list.filter}`)}>
          {t(`moneyBack.emptyDetail.${list.filter}`)}
        </EmptyState>
      }
    />
  );
}

function Said({ of: { error, tries, round, nextTryAt } }: { of: PaymentRefundRow }) {
  const t = useT();
  const language = useLanguage();
  const more = [
    t('moneyBack.tries', { count: tries }),
    ...(round > 1 ? [t('moneyBack.round', { round })] : []),
    ...(nextTryAt ? [t('moneyBack.next', { time: formatMoment(nextTryAt, language) })] : []),
  ];
  return (
    <>
      {error ? <code>{error}</code> : t('moneyBack.saidNothing')}
      <span className="quiet small block">{more.join(' · ')}</span>
    </>
  );
}

function actionOf({ id, state, provider, orderNumber }: PaymentRefundRow, t: ReturnType<typeof useT>): ReactNode {
  if (state === 'failed') {
    return <ActionLink href={`/books/refunds/${id}`} words={t('moneyBack.anew')} of={orderNumber} second />;
  }
  if (provider === 'cash') return t('moneyBack.byCash');
  return <ActionLink href={`/books/bank/refunds/${id}`} words={t('moneyBack.byBank')} of={orderNumber} second />;
}

/** A provider's or a reason's word; one of a later day is told as it is. */
export function useOwedWords(): (group: 'providers' | 'becauseOf', word: string) => string {
  const t = useT();
  return (group, word) => {
    const key = `moneyBack.${group}.${word}`;
    if (t.has(key)) return t(key);
    return group === 'becauseOf' ? t('moneyBack.becauseOf.other') : word;
  };
}
