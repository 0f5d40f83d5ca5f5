import { StatusPill, type Tone } from '#app/components/office/status-pill.tsx';
import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import type { DisputeRow } from '#server/refunds/contract.ts';

/** What buyers contest, how it stands, and until when it is to be answered. */
export function DisputeTable({ disputes }: { disputes: DisputeRow[] }) {
  const t = useT();
  const language = useLanguage();
  const statusOf = (status: string) => {
    const key = `moneyBack.disputes.statuses.${status}`;
    return t.has(key) ? t(key) : status;
  };
  const reasonOf = (reason: string) => {
    const key = `moneyBack.disputes.reasons.${reason}`;
    return t(t.has(key) ? key : 'moneyBack.disputes.reasons.other');
  };
  const columns: Column<DisputeRow>[] = [
    {
      id: 'order',
      head: t('moneyBack.disputes.order'),
      heading: true,
      cell: ({ orderNumber, reference }) => (
        <>
          <a href={`/books/orders/${orderNumber}`}>{orderNumber}</a>
          <span className="quiet small block">{t('moneyBack.disputes.reference', { reference })}</span>
        </>
      ),
    },
    { id: 'amount', head: t('moneyBack.disputes.amount'), numeric: true, cell: (row) => amount(row.amount) },
    { id: 'reason', head: t('moneyBack.disputes.reason'), cell: ({ reason }) => reasonOf(reason) },
    {
      id: 'status',
      head: t('moneyBack.disputes.status'),
      cell: (row) => <StatusPill tone={toneOf(row)}>{statusOf(row.status)}</StatusPill>,
    },
    {
      id: 'by',
      head: t('moneyBack.disputes.answerBy'),
      cell: ({ answerBy, closedAt, overdue }) => {
        if (closedAt) return t('moneyBack.disputes.over');
        if (!answerBy) return '';
        return (
          <>
            {formatDate(answerBy, language)}
            {overdue ? <b className="block small">{t('moneyBack.disputes.late')}</b> : null}
          </>
        );
      },
    },
    { id: 'opened', head: t('moneyBack.disputes.opened'), cell: ({ openedAt }) => formatDate(openedAt, language) },
  ];
  return (
    <Table
      caption={t('moneyBack.disputes.caption')}
      columns={columns}
      rows={disputes}
      keyOf={({ reference }) => reference}
      empty={
        <EmptyState scene="all-done" title={t('moneyBack.disputes.empty')}>
          {t('moneyBack.disputes.emptyDetail')}
        </EmptyState>
      }
    />
  );
}

function toneOf({ status, overdue }: DisputeRow): Tone {
  if (overdue || status === 'lost') return 'problem';
  if (status.endsWith('needs_response')) return 'waiting';
  return status.endsWith('under_review') ? 'moving' : 'good';
}
