import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { ParcelListView, ParcelSummaryView } from '#server/fulfilment/contract.ts';
import { amount } from './amount.ts';
import { useWaited } from './waited.ts';

const LINES_SHOWN = 3;

/** One state of an organization's parcels; those to pack say how long they wait. */
export function ParcelTable({ list, now }: { list: ParcelListView; now: string }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const waited = useWaited(now);
  const state = t(`coop.state.${list.state}`);
  const when = (parcel: ParcelSummaryView) => formatMoment(parcel.paidAt ?? parcel.placedAt, language);
  const columns: Column<ParcelSummaryView>[] = [
    {
      id: 'number',
      head: t('coop.parcels.number'),
      heading: true,
      cell: (parcel) => <a href={`/coop/parcels/${parcel.number}`}>{parcel.number}</a>,
    },
    { id: 'goods', head: t('coop.parcels.goods'), cell: (parcel) => <ParcelLines lines={parcel.lines} /> },
    { id: 'recipient', head: t('coop.parcels.recipient'), cell: (parcel) => parcel.recipient },
    { id: 'place', head: t('coop.parcels.place'), cell: (parcel) => text(parcel.region) },
    {
      id: 'when',
      head: t(list.state === 'waiting' || list.state === 'cancelled' ? 'coop.parcels.placed' : 'coop.parcels.paid'),
      cell: (parcel) => (
        <>
          {when(parcel)}
          {list.state === 'to-pack' ? (
            <span className="quiet small block">{waited(parcel.paidAt ?? parcel.placedAt)}</span>
          ) : null}
        </>
      ),
    },
    { id: 'amount', head: t('coop.parcels.amount'), numeric: true, cell: (parcel) => amount(parcel.goods) },
  ];
  return (
    <Table
      caption={t('coop.parcels.caption', { state })}
      captionHidden
      columns={columns}
      rows={list.parcels}
      keyOf={(parcel) => parcel.number}
      empty={
        <EmptyState scene="quiet-field" title={t('coop.parcels.empty', { state })}>
          {t('coop.parcels.emptyDetail')}
        </EmptyState>
      }
    />
  );
}

/** What is in a parcel, a line each; beyond a few only how many more. */
export function ParcelLines({ lines }: { lines: ParcelSummaryView['lines'] }) {
  const t = useT();
  const text = useText();
  return (
    <ul className="lines">
      {lines.slice(0, LINES_SHOWN).map((line) => {
        const words = { product: text(line.productName), pack: text(line.packName), count: line.count };
        return <li key={`${words.product} ${words.pack}`}>{t('coop.parcels.line', words)}</li>;
      })}
      {lines.length > LINES_SHOWN ? (
        <li className="quiet">{t('coop.parcels.more', { count: lines.length - LINES_SHOWN })}</li>
      ) : null}
    </ul>
  );
}
