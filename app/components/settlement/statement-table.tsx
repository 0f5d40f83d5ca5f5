import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { formatDate, formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { StatementRow } from '#server/statements/contract.ts';
import { StatementPill } from './pills.tsx';

/** Statements as a bookkeeper reads them: whose, of which days, how much, and what was answered. */
export function StatementTable({ rows }: { rows: readonly StatementRow[] }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const columns: Column<StatementRow>[] = [
    {
      id: 'number',
      head: t('settlement.statements.number'),
      heading: true,
      cell: ({ number }) => <a href={`/books/statements/${number}`}>{number}</a>,
    },
    {
      id: 'household',
      head: t('settlement.household'),
      cell: ({ household }) => (
        <>
          <a href={`/books/dues/${household.code}`}>{household.name}</a>
          <span className="quiet small block">{text(household.village)}</span>
        </>
      ),
    },
    {
      id: 'period',
      head: t('settlement.statements.period'),
      cell: ({ from, to }) =>
        t('settlement.statements.days', { from: formatDate(from, language), to: formatDate(to, language) }),
    },
    { id: 'amount', head: t('settlement.amount'), numeric: true, cell: (row) => amount(row.amount) },
    {
      id: 'state',
      head: t('settlement.state'),
      cell: ({ state, overdue }) => (
        <>
          <StatementPill state={state} />
          {overdue ? <span className="small block overdue">{t('settlement.statements.overdue')}</span> : null}
        </>
      ),
    },
    {
      id: 'answer',
      head: t('settlement.statements.answer'),
      cell: ({ answeredBy, answeredAt, answerUntil, state }) =>
        state === 'stated' ? (
          t('settlement.statements.until', { time: formatMoment(answerUntil, language) })
        ) : (
          <>
            {answeredBy && state !== 'objected' ? t(`settlement.statements.by.${answeredBy}`) : null}
            {answeredAt ? <span className="quiet small block">{formatMoment(answeredAt, language)}</span> : null}
          </>
        ),
    },
  ];
  return (
    <Table
      caption={t('settlement.statements.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      empty={
        <EmptyState scene="quiet-field" title={t('settlement.statements.empty')}>
          {t('settlement.statements.emptyDetail')}
        </EmptyState>
      }
    />
  );
}
