import { StatusPill } from '#app/components/office/status-pill.tsx';
import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { ActionLink } from '#app/components/workspaces/action-link.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { useWaited } from '#app/components/workspaces/waited.ts';
import { formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { ObjectionsView } from '#server/statements/contract.ts';

type Row = Omit<ObjectionsView['rows'][number], 'late'> & { late?: boolean };

/** What households say is wrong, those that wait for an answer first; as of when tells how long. */
export function ObjectionTable({ rows, asOf }: { rows: readonly Row[]; asOf?: string }) {
  const waited = useWaited(asOf ?? '');
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const columns: Column<Row>[] = [
    {
      id: 'household',
      head: t('settlement.household'),
      heading: true,
      cell: ({ household }) => (
        <>
          <a href={`/books/dues/${household.code}`}>{household.name}</a>
          <span className="quiet small block">{text(household.village)}</span>
        </>
      ),
    },
    {
      id: 'statement',
      head: t('settlement.statement'),
      cell: ({ statementNumber }) => <a href={`/books/statements/${statementNumber}`}>{statementNumber}</a>,
    },
    { id: 'reason', head: t('settlement.objections.reason'), cell: ({ reason }) => reason },
    { id: 'amount', head: t('settlement.amount'), numeric: true, cell: (row) => amount(row.amount) },
    {
      id: 'made',
      head: t('settlement.objections.made'),
      cell: ({ madeAt, madeBy, state, late }) => (
        <>
          {formatMoment(madeAt, language)}
          {state === 'open' && asOf ? (
            <span className={late ? 'small block overdue' : 'small block'}>{waited(madeAt)}</span>
          ) : null}
          <span className="quiet small block">{t(`settlement.objections.madeBy.${madeBy}`)}</span>
        </>
      ),
    },
    {
      id: 'state',
      head: t('settlement.state'),
      cell: ({ state, outcome }) => (
        <StatusPill tone={state === 'open' ? 'waiting' : 'good'}>
          {outcome ? t(`settlement.objections.outcome.${outcome}`) : t(`settlement.objections.states.${state}`)}
        </StatusPill>
      ),
    },
    {
      id: 'resolve',
      head: t('settlement.objections.resolve'),
      cell: ({ id, state, household }) => (
        <ActionLink
          href={`/books/objections/${id}`}
          words={t(state === 'open' ? 'settlement.objections.resolve' : 'settlement.objections.see')}
          of={household.name}
          second
        />
      ),
    },
  ];
  return (
    <Table
      caption={t('settlement.objections.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      empty={
        <EmptyState scene="all-done" title={t('settlement.objections.empty')}>
          {t('settlement.objections.emptyDetail')}
        </EmptyState>
      }
    />
  );
}
