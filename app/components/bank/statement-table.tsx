import { StatusPill } from '#app/components/office/status-pill.tsx';
import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { StatementListView } from '#server/bank/contract.ts';

/** The latest statements, booked or waiting to be. */
export function StatementTable({ statements }: { statements: StatementListView }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<StatementListView[number]>[] = [
    {
      id: 'name',
      head: t('bank.desk.name'),
      heading: true,
      cell: ({ id, filename }) => <a href={`/books/bank/statements/${id}`}>{filename}</a>,
    },
    {
      id: 'state',
      head: t('bank.desk.state'),
      cell: ({ state }) => (
        <StatusPill tone={state === 'imported' ? 'good' : 'waiting'}>{t(`bank.desk.states.${state}`)}</StatusPill>
      ),
    },
    { id: 'lines', head: t('bank.desk.lines'), numeric: true, cell: ({ lines }) => lines ?? '' },
    { id: 'at', head: t('bank.desk.at'), cell: ({ at }) => formatMoment(at, language) },
    { id: 'by', head: t('bank.desk.by'), cell: ({ by }) => by ?? '' },
  ];
  return (
    <Table
      caption={t('bank.desk.statements')}
      columns={columns}
      rows={statements}
      keyOf={({ id }) => id}
      empty={
        <EmptyState scene="quiet-field" title={t('bank.desk.none')}>
          {t('bank.desk.noneDetail')}
        </EmptyState>
      }
    />
  );
}
