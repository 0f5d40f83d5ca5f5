import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { useKind } from '#app/components/workspaces/book-words.ts';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { FundView } from '#server/dues/contract.ts';

type Movement = FundView['movements']['rows'][number];
type Advance = FundView['advances'][number];

/** What came into the fund and went out of it. */
export function MovementTable({ movements }: { movements: readonly Movement[] }) {
  const t = useT();
  const language = useLanguage();
  const kindOf = useKind();
  const columns: Column<Movement>[] = [
    { id: 'at', head: t('settlement.at'), cell: ({ at }) => formatMoment(at, language) },
    { id: 'kind', head: t('settlement.fund.kind'), heading: true, cell: ({ kind }) => kindOf(kind) },
    {
      id: 'what',
      head: t('settlement.fund.what'),
      cell: ({ household, from }) =>
        household ? <a href={`/books/dues/${household.code}`}>{household.name}</a> : (from ?? ''),
    },
    {
      id: 'in',
      head: t('settlement.fund.in'),
      numeric: true,
      cell: (row) => (row.amount > 0 ? amount(row.amount) : ''),
    },
    {
      id: 'out',
      head: t('settlement.fund.out'),
      numeric: true,
      cell: (row) => (row.amount < 0 ? amount(-row.amount) : ''),
    },
    { id: 'by', head: t('settlement.by'), cell: ({ by }) => by ?? t('settlement.statementPage.system') },
  ];
  return (
    <Table
      caption={t('settlement.fund.movements')}
      columns={columns}
      rows={movements}
      keyOf={({ id }) => id}
      empty={
        <EmptyState scene="quiet-field" title={t('settlement.fund.noMovements')}>
          {t('settlement.fund.noMovementsDetail')}
        </EmptyState>
      }
    />
  );
}

/** Every advance with what came back of it. */
export function AdvanceTable({ advances }: { advances: readonly Advance[] }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<Advance>[] = [
    {
      id: 'household',
      head: t('settlement.household'),
      heading: true,
      cell: ({ household }) => <a href={`/books/dues/${household.code}`}>{household.name}</a>,
    },
    { id: 'why', head: t('settlement.why'), cell: ({ reason }) => reason },
    { id: 'amount', head: t('settlement.amount'), numeric: true, cell: (row) => amount(row.amount) },
    { id: 'repaid', head: t('settlement.fund.repaid'), numeric: true, cell: (row) => amount(row.repaid) },
    {
      id: 'at',
      head: t('settlement.at'),
      cell: ({ givenAt, by }) => (
        <>
          {formatMoment(givenAt, language)} <span className="quiet small block">{by}</span>
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t('settlement.fund.advances')}
      columns={columns}
      rows={advances}
      keyOf={({ id }) => id}
      empty={
        <EmptyState scene="quiet-field" title={t('settlement.fund.noAdvances')}>
          {t('settlement.fund.noAdvancesDetail')}
        </EmptyState>
      }
    />
  );
}
