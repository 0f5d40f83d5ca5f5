import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { ActionLink } from '#app/components/workspaces/action-link.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { CreditView, PartView } from '#server/bank/contract.ts';

/** Money that is over and a buyer's. */
export function CreditTable({ credits }: { credits: CreditView[] }) {
  const t = useT();
  const columns: Column<CreditView>[] = [
    {
      id: 'from',
      head: t('bank.credits.from'),
      heading: true,
      cell: (credit) => `${credit.payerName} ${credit.payerAccount}`,
    },
    { id: 'amount', head: t('bank.credits.amount'), numeric: true, cell: (credit) => amount(credit.left) },
    { id: 'because', head: t('bank.credits.because'), cell: (credit) => t(`bank.credits.becauses.${credit.because}`) },
    { id: 'order', head: t('bank.credits.order'), cell: (credit) => credit.number ?? '' },
    {
      id: 'use',
      head: t('bank.credits.use'),
      cell: ({ id, payerName }) => (
        <ActionLink href={`/books/bank/credits/${id}`} words={t('bank.credits.use')} of={payerName} second />
      ),
    },
    {
      id: 'send',
      head: t('bank.credits.send'),
      cell: ({ id, payerName }) => (
        <ActionLink href={`/books/bank/credits/${id}/sending`} words={t('bank.credits.send')} of={payerName} second />
      ),
    },
  ];
  return (
    <Table
      caption={t('bank.credits.title')}
      captionHidden
      columns={columns}
      rows={credits}
      keyOf={(credit) => credit.id}
      empty={
        <EmptyState scene="all-done" title={t('bank.credits.none')}>
          {t('bank.credits.noneDetail')}
        </EmptyState>
      }
    />
  );
}

/** Orders of whose transfer only a part has come. */
export function PartTable({ parts }: { parts: PartView[] }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<PartView>[] = [
    { id: 'order', head: t('bank.credits.order'), heading: true, cell: (part) => part.number },
    { id: 'received', head: t('bank.credits.received'), numeric: true, cell: (part) => amount(part.received) },
    { id: 'due', head: t('bank.credits.due'), numeric: true, cell: (part) => amount(part.amount) },
    { id: 'until', head: t('bank.credits.until'), cell: (part) => formatMoment(part.holdExpiresAt, language) },
    {
      id: 'release',
      head: t('bank.credits.release'),
      cell: ({ paymentId, number }) => (
        <ActionLink href={`/books/bank/parts/${paymentId}`} words={t('bank.credits.release')} of={number} second />
      ),
    },
  ];
  return (
    <Table
      caption={t('bank.credits.parts')}
      columns={columns}
      rows={parts}
      keyOf={(part) => part.paymentId}
      empty={<span />}
    />
  );
}
