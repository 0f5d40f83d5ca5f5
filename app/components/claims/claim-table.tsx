import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import { type ClaimListView, type ClaimSummaryView, claimFilters } from '#server/after-sales/contract.ts';
import { ClaimPill } from './claim-pill.tsx';

const HOUR_MS = 3_600_000;

type ClaimListProps = { list: ClaimListView; now: string; page: string; seller?: boolean; emptyDetail?: string };

/** Claims by whose turn it is; those that wait say how long there is left. */
export function ClaimList({ list, now, page, seller = false, emptyDetail }: ClaimListProps) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const filter = t(`claims.desk.filters.${list.filter}`);
  const left = (dueAt: string) => {
    const hours = Math.floor((Date.parse(dueAt) - Date.parse(now)) / HOUR_MS);
    return hours < 0 ? t('claims.desk.overdue') : t('claims.desk.hoursLeft', { hours });
  };
  const due: Column<ClaimSummaryView> = {
    id: 'due',
    head: t('claims.desk.due'),
    cell: ({ dueAt }) =>
      dueAt ? (
        <>
          {formatMoment(dueAt, language)}
          <span className="quiet small block">{left(dueAt)}</span>
        </>
      ) : null,
  };
  const columns: Column<ClaimSummaryView>[] = [
    {
      id: 'number',
      head: t('claims.desk.number'),
      heading: true,
      cell: ({ number }) => (
        <a className="nowrap" href={`${page}/${number}`}>
          {number}
        </a>
      ),
    },
    {
      id: 'product',
      head: t('claims.desk.product'),
      cell: ({ firstProduct, photos }) => (
        <>
          {text(firstProduct)}
          <span className="quiet small block">{t('claims.desk.photos', { count: photos })}</span>
        </>
      ),
    },
    { id: 'kind', head: t('claims.desk.kind'), cell: ({ kind }) => t(`claims.kinds.${kind}`) },
    ...(seller
      ? [{ id: 'seller', head: t('claims.desk.seller'), cell: (row: ClaimSummaryView) => text(row.seller.name) }]
      : []),
    { id: 'applied', head: t('claims.desk.applied'), cell: ({ appliedAt }) => formatMoment(appliedAt, language) },
    ...(list.claims.some(({ dueAt }) => dueAt) ? [due] : []),
    { id: 'state', head: t('claims.desk.state'), cell: ({ state }) => <ClaimPill state={state} /> },
    { id: 'asked', head: t('claims.desk.asked'), numeric: true, cell: ({ asked }) => amount(asked) },
  ];
  return (
    <>
      <Tabs
        label={t('workspaces.filter')}
        tabs={claimFilters.map((choice) => ({
          href: `${page}?filter=${choice}`,
          label: t(`claims.desk.filters.${choice}`),
          count: list.counts[choice],
          current: choice === list.filter,
        }))}
      />
      <Table
        caption={t('claims.desk.caption')}
        captionHidden
        columns={columns}
        rows={list.claims}
        keyOf={({ number }) => number}
        empty={
          <EmptyState scene="quiet-field" title={t('claims.desk.empty', { filter })}>
            {emptyDetail ?? t('claims.desk.emptyDetail')}
          </EmptyState>
        }
      />
      <Pager page={list.page} pages={list.pages} hrefOf={(next) => `${page}?filter=${list.filter}&page=${next}`} />
    </>
  );
}
