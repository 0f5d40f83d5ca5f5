import { StatusPill } from '#app/components/office/status-pill.tsx';
import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { LotListView, LotRowView } from '#server/stock/contract.ts';
import { daysBetween } from './days.ts';
import { StockBar } from './stock-bar.tsx';

/** Nobody plans by how many days are left when it is a season or more. */
const DAYS_COUNTED_MAX = 90;

/** The lots of an organization, those that must go first on top. */
export function LotTable({ list, now }: { list: LotListView; now: string }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const columns: Column<LotRowView>[] = [
    {
      id: 'code',
      head: t('coop.lots.code'),
      heading: true,
      cell: (lot) => (
        <>
          <a href={`/trace/${lot.code}`}>
            {lot.code}
            <span className="visually-hidden">{t('coop.lots.trace')}</span>
          </a>
          <span className="quiet small block">
            {lot.certificateNumber
              ? t('coop.lots.certificate', { number: lot.certificateNumber })
              : t('coop.lots.noCertificate')}
          </span>
        </>
      ),
    },
    {
      id: 'produce',
      head: t('coop.lots.produce'),
      cell: (lot) => (
        <>
          {text(lot.produce)}
          <span className="quiet small block">
            {t(`coop.lots.mode.${lot.mode}`)} · {text(lot.location)}
          </span>
        </>
      ),
    },
    { id: 'left', head: t('coop.lots.left'), cell: (lot) => <StockBar lot={lot} /> },
    {
      id: 'bestBefore',
      head: t('coop.lots.bestBefore'),
      cell: (lot) => (
        <>
          <span className="nowrap">{formatDate(lot.bestBefore, language)}</span>
          <DaysLeft lot={lot} now={now} soonUntil={list.soonUntil} />
        </>
      ),
    },
    { id: 'households', head: t('coop.lots.households'), numeric: true, cell: (lot) => lot.households },
    {
      id: 'harvested',
      head: t('coop.lots.harvested'),
      cell: (lot) => <span className="nowrap">{formatDate(lot.harvestedOn, language)}</span>,
    },
  ];
  return (
    <Table
      caption={t('coop.lots.caption')}
      captionHidden
      columns={columns}
      rows={list.lots}
      keyOf={(lot) => lot.code}
      empty={
        <EmptyState scene="quiet-field" title={t('coop.lots.empty')}>
          {t('coop.lots.emptyDetail')}
        </EmptyState>
      }
    />
  );
}

function DaysLeft({ lot, now, soonUntil }: { lot: LotRowView; now: string; soonUntil: string }) {
  const t = useT();
  if (lot.onHand === 0) return null;
  const days = daysBetween(now, lot.bestBefore);
  if (days > DAYS_COUNTED_MAX) return null;
  const words = days < 0 ? t('coop.lots.over') : t('coop.lots.daysLeft', { days });
  if (lot.bestBefore > soonUntil) return <span className="quiet small block">{words}</span>;
  return (
    <span className="block">
      <StatusPill tone={days < 0 ? 'problem' : 'waiting'}>{words}</StatusPill>
    </span>
  );
}
