import { Confirm } from '#app/components/form/confirm.tsx';
import { StatusPill } from '#app/components/office/status-pill.tsx';
import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { PromotionListView, PromotionRowView } from '#server/promotions/contract.ts';
import { amount as yuan } from './amount.ts';
import { PromotionTerms } from './promotion-terms.tsx';

/** Every promotion with who pays, what it promises, and how much of it is left. `back` is the page it stands on. */
export function PromotionTable({ list, back }: { list: PromotionListView; back: string }) {
  const t = useT();
  const text = useText();
  const limit = (value: string | number | null) => value ?? t('promotions.desk.noLimit');
  const columns: Column<PromotionRowView>[] = [
    { id: 'name', head: t('promotions.desk.name'), heading: true, cell: (row) => <PromotionName row={row} /> },
    {
      id: 'funder',
      head: t('promotions.desk.funder'),
      cell: (row) => (row.organization ? text(row.organization) : t('promotions.funder.platform')),
    },
    { id: 'terms', head: t('promotions.desk.terms'), cell: (row) => <PromotionTerms row={row} /> },
    {
      id: 'uses',
      head: t('promotions.desk.uses'),
      numeric: true,
      cell: (row) => `${row.uses} / ${limit(row.usesMax)}`,
    },
    {
      id: 'spent',
      head: t('promotions.desk.spent'),
      numeric: true,
      cell: (row) => `${yuan(row.spent)} / ${limit(row.budget === null ? null : yuan(row.budget))}`,
    },
    { id: 'state', head: t('promotions.desk.state'), cell: (row) => <PromotionStep row={row} back={back} /> },
  ];
  return (
    <Table
      caption={t('promotions.desk.caption')}
      captionHidden
      columns={columns}
      rows={list.rows}
      keyOf={(row) => row.id}
      empty={
        <EmptyState scene="no-results" title={t('promotions.desk.empty')}>
          {t('promotions.desk.emptyDetail')}
        </EmptyState>
      }
    />
  );
}

function PromotionName({ row }: { row: PromotionRowView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const from = formatDate(row.validFrom, language);
  return (
    <>
      {text(row.name)}
      <span className="quiet small promotion-facts">
        <span>{row.automatic ? t('promotions.desk.automatic') : row.code}</span>
        <span>
          {row.validUntil
            ? // The instant it ends is the first of the day after.
              t('promotions.desk.between', { from, until: formatDate(lastInstant(row.validUntil), language) })
            : t('promotions.desk.since', { from })}
        </span>
        {row.sample ? <span>{t('promotions.desk.sample')}</span> : null}
      </span>
    </>
  );
}

function lastInstant(until: string): string {
  return new Date(Date.parse(until) - 1).toISOString();
}

const toneOf = { draft: 'waiting', open: 'good', closed: 'quiet' } as const;

/** The state, and the step that may follow. */
function PromotionStep({ row, back }: { row: PromotionRowView; back: string }) {
  const t = useT();
  const pill = <StatusPill tone={toneOf[row.state]}>{t(`promotions.desk.states.${row.state}`)}</StatusPill>;
  if (row.state === 'closed') return pill;
  const [step, path] = row.state === 'draft' ? (['open', 'opening'] as const) : (['close', 'closing'] as const);
  const word = t(`promotions.desk.${step}`);
  return (
    <div className="stack">
      {pill}
      <Confirm ask={word} consequence={t(`promotions.desk.${step}Sure`)}>
        <form method="post" action={`/promotions/${row.id}/${path}?to=${encodeURIComponent(back)}`}>
          <button type="submit" className="btn">
            {word}
          </button>
        </form>
      </Confirm>
    </div>
  );
}
