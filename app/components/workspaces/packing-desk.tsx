import { StatusPill } from '#app/components/office/status-pill.tsx';
import { WaitingList } from '#app/components/office/waiting-list.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { ParcelListView, ParcelSummaryView } from '#server/fulfilment/contract.ts';
import type { LotListView } from '#server/stock/contract.ts';
import { ActionLink } from './action-link.tsx';
import { daysBetween } from './days.ts';
import { ParcelStatePill } from './parcel-state.tsx';
import { ParcelLines } from './parcel-table.tsx';
import { isLate, useWaited } from './waited.ts';

const PARCELS_SHOWN = 8;
const LOTS_SHOWN = 3;

type PackingDeskProps = { parcels: ParcelListView; toSend: ParcelSummaryView[]; lots: LotListView; now: string };

/** What waits for a clerk: parcels to pack or to send the rest of, the longest waiting first, and lots that must go before they spoil. */
export function PackingDesk({ parcels, toSend, lots, now }: PackingDeskProps) {
  const t = useT();
  const text = useText();
  const waited = useWaited(now);
  const all = parcels.counts['to-pack'] + parcels.counts.packing + parcels.counts['partly-shipped'];
  const toPack = toSend.slice(0, PARCELS_SHOWN).map((parcel) => {
    const since = parcel.paidAt ?? parcel.placedAt;
    return {
      id: parcel.number,
      title: t('coop.desk.toPack', { recipient: parcel.recipient, place: text(parcel.region) }),
      since: waited(since),
      detail: (
        <>
          {parcel.state === 'to-pack' ? null : <ParcelStatePill state={parcel.state} />}
          {isLate(since, now) ? <StatusPill tone="problem">{t('coop.desk.late')}</StatusPill> : null}
          <ParcelLines lines={parcel.lines} />
        </>
      ),
      action: <ActionLink href={`/coop/parcels/${parcel.number}`} words={t('coop.desk.pack')} of={parcel.number} />,
    };
  });
  const toSell = lots.lots.slice(0, LOTS_SHOWN).map((lot) => {
    const days = daysBetween(now, lot.bestBefore);
    return {
      id: lot.code,
      title: t('coop.desk.soon', { produce: text(lot.produce), lot: lot.code }),
      since: days < 0 ? t('coop.desk.soonOver') : t('coop.desk.soonSince', { days }),
      action: <ActionLink href="/coop/lots?filter=soon" words={t('coop.desk.seeLot')} of={lot.code} second />,
    };
  });
  return (
    <>
      <WaitingList
        items={[...toPack, ...toSell]}
        empty={
          <EmptyState scene="all-done" title={t('coop.desk.empty')}>
            {t('coop.desk.emptyDetail')}
          </EmptyState>
        }
      />
      {all > PARCELS_SHOWN ? (
        <p className="more">
          <a className="link" href="/coop/parcels?state=to-pack">
            {t('coop.desk.all', { count: all })}
          </a>
        </p>
      ) : null}
    </>
  );
}
