import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { ActionLink } from '#app/components/workspaces/action-link.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { RefundByHandView } from '#server/bank/contract.ts';

type RefundTableProps = { refunds: RefundByHandView[]; hrefOf: (id: string) => string; title: string; action: string };

/** Refunds a person has to send, oldest first. */
export function RefundTable({ refunds, hrefOf, title, action }: RefundTableProps) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<RefundByHandView>[] = [
    { id: 'order', head: t('bank.credits.order'), heading: true, cell: (refund) => refund.number },
    { id: 'amount', head: t('bank.refunds.amount'), numeric: true, cell: (refund) => amount(refund.amount) },
    {
      id: 'to',
      head: t('bank.refunds.to'),
      cell: (refund) => [refund.payerName ?? refund.recipient, refund.payerAccount].filter(Boolean).join(' '),
    },
    { id: 'since', head: t('bank.refunds.since'), cell: (refund) => formatMoment(refund.owedAt, language) },
    {
      id: 'send',
      head: action,
      cell: ({ id, number }) => <ActionLink href={hrefOf(id)} words={action} of={number} second />,
    },
  ];
  return (
    <Table
      caption={title}
      captionHidden
      columns={columns}
      rows={refunds}
      keyOf={(refund) => refund.id}
      empty={
        <EmptyState scene="all-done" title={t('bank.refunds.none')}>
          {t('bank.refunds.noneDetail')}
        </EmptyState>
      }
    />
  );
}
