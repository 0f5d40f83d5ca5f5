import { Confirm } from '#app/components/form/confirm.tsx';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { Timeline } from '#app/components/shop/timeline.tsx';
import { formatMoment, formatPhone, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { PickListView } from '#server/fulfilment/contract.ts';

/** Whom the parcel goes to, and by whom it was taken. */
export function ParcelAddress({ parcel }: { parcel: PickListView }) {
  const t = useT();
  const text = useText();
  const tracking = parcel.shipments
    .map(({ courier, trackingNumber }) =>
      t('coop.parcel.tracking', { courier: t(`orders.couriers.${courier}`), number: trackingNumber ?? '' }),
    )
    .join(' · ');
  return (
    <section className="send-to">
      <DefinitionTable
        caption={t('coop.parcel.sendTo')}
        rows={[
          { term: t('coop.parcel.recipient'), value: <b>{parcel.recipient}</b> },
          { term: t('coop.parcel.phone'), value: <a href={`tel:${parcel.phone}`}>{formatPhone(parcel.phone)}</a> },
          { term: t('coop.parcel.address'), value: `${text(parcel.region)} ${parcel.address}` },
          { term: t('coop.parcel.note'), value: parcel.note },
          { term: t('coop.parcel.courier'), value: tracking },
        ]}
      />
    </section>
  );
}

/** Says that the buyer has it; cannot be taken back, so it asks. */
export function DeliveryForm({ number }: { number: string }) {
  const t = useT();
  return (
    <Confirm ask={t('coop.delivery.ask')} consequence={t('coop.delivery.consequence')}>
      <form method="post" action={`/coop/parcels/${number}/delivery`}>
        <button type="submit" className="btn btn-wide">
          {t('coop.delivery.submit')}
        </button>
      </form>
    </Confirm>
  );
}

/** When the parcel came to each state, and by whom. */
export function ParcelMoves({ moves }: { moves: PickListView['moves'] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Timeline
      steps={moves.map(({ at, to, by }, index) => ({
        id: `${at} ${to}`,
        when: formatMoment(at, language),
        title: t(`coop.parcel.move.${to}`),
        detail: by ? <span className="quiet small">{t('coop.parcel.by', { name: by })}</span> : null,
        state: index === moves.length - 1 && to !== 'delivered' && to !== 'cancelled' ? 'now' : 'done',
      }))}
    />
  );
}
