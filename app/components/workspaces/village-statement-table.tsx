import { StatusPill, type Tone } from '#app/components/office/status-pill.tsx';
import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatDate, formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { StatementRow, StatementState, VillageStatementsView } from '#server/statements/contract.ts';
import { amount } from './amount.ts';

const toneOf: Record<StatementState, Tone> = {
  stated: 'waiting',
  confirmed: 'moving',
  objected: 'problem',
  approved: 'moving',
  paying: 'moving',
  paid: 'good',
  failed: 'problem',
};

/** The statements of a village, each with who answered it, or until when it is to be answered. */
export function VillageStatementTable({ list }: { list: VillageStatementsView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const columns: Column<StatementRow>[] = [
    {
      id: 'household',
      head: t('statements.village.household'),
      heading: true,
      cell: ({ household, number }) => (
        <>
          <a
            href={`/office/statements/${number}`}
            aria-label={t('statements.village.open', { name: household.name, number })}
          >
            {household.name}
          </a>{' '}
          <span className="quiet small">{household.code}</span>
        </>
      ),
    },
    { id: 'village', head: t('statements.village.village'), cell: ({ household }) => text(household.village) },
    {
      id: 'period',
      head: t('statements.village.period'),
      cell: ({ from, to }) =>
        t('statements.own.period', { from: formatDate(from, language), to: formatDate(to, language) }),
    },
    { id: 'amount', head: t('statements.village.amount'), numeric: true, cell: (row) => amount(row.amount) },
    {
      id: 'state',
      head: t('statements.village.state'),
      cell: ({ state, answeredBy }) => (
        <>
          <StatusPill tone={toneOf[state]}>{t(`coopMoney.stands.${state}`)}</StatusPill>
          {answeredBy ? (
            <span className="quiet small block">{t(`statements.village.answeredBy.${answeredBy}`)}</span>
          ) : null}
        </>
      ),
    },
    {
      id: 'until',
      head: t('statements.village.until'),
      cell: ({ state, answerUntil }) => (state === 'stated' ? formatMoment(answerUntil, language) : ''),
    },
  ];
  return (
    <Table
      caption={t(`statements.village.caption.${list.filter}`)}
      columns={columns}
      rows={list.rows}
      keyOf={({ id }) => id}
      empty={
        <EmptyState scene="all-done" title={t(`statements.village.empty.${list.filter}`)}>
          {t(`statements.village.emptyDetail.${list.filter}`)}
        </EmptyState>
      }
    />
  );
}
