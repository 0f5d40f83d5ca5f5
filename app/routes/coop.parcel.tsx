import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { PackingPanel } from '#app/components/workspaces/packing-panel.tsx';
import { RefundTable, ShipmentTable } from '#app/components/workspaces/parcel-record.tsx';
import { DeliveryForm, ParcelAddress, ParcelMoves } from '#app/components/workspaces/parcel-side.tsx';
import { ParcelStatePill } from '#app/components/workspaces/parcel-state.tsx';
import { PickList } from '#app/components/workspaces/pick-list.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { getPickList } from '#server/fulfilment/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'coop.parcel.title');

export async function loader(args: LoaderFunctionArgs) {
  return { parcel: await withCtx(args, (ctx) => getPickList(ctx, args.params.number ?? '')) };
}

export default function ParcelPage() {
  const t = useT();
  const language = useLanguage();
  const { parcel } = useLoaderData<typeof loader>();
  return (
    <div className="pick-sheet">
      <Breadcrumbs crumbs={[{ label: t('coop.parcels.title'), href: '/coop/parcels' }, { label: parcel.number }]} />
      <div className="row row-between">
        <h1>{t('coop.parcel.heading', { number: parcel.number })}</h1>
        <button type="button" className="btn btn-second screen-only" data-print="" hidden>
          {t('workspaces.print')}
        </button>
      </div>
      <p className="row">
        <ParcelStatePill state={parcel.state} />
        <span className="quiet">{t('coop.parcel.order', { number: parcel.orderNumber })}</span>
        {parcel.paidAt ? (
          <span className="quiet">{t('coop.parcel.paidAt', { time: formatMoment(parcel.paidAt, language) })}</span>
        ) : null}
      </p>
      <div className="desk">
        <section className="stack">
          <h2>{t('coop.parcel.picks')}</h2>
          <p className="quiet screen-only">{t('coop.parcel.picksLead')}</p>
          <PickList parcel={parcel} />
          {parcel.shipments.length > 0 ? (
            <div className="screen-only stack">
              <h2>{t('fulfilment.shipments.title')}</h2>
              <ShipmentTable parcel={parcel} />
            </div>
          ) : null}
          {parcel.refunds.length > 0 ? (
            <div className="screen-only stack">
              <h2>{t('fulfilment.refunds.title')}</h2>
              <RefundTable refunds={parcel.refunds} />
            </div>
          ) : null}
        </section>
        <aside className="stack">
          <ParcelAddress parcel={parcel} />
          <PackingPanel parcel={parcel} />
          {parcel.state === 'shipped' ? (
            <div className="screen-only">
              <DeliveryForm number={parcel.number} />
            </div>
          ) : null}
          <section className="screen-only stack">
            <h2>{t('coop.parcel.moves')}</h2>
            <ParcelMoves moves={parcel.moves} />
          </section>
        </aside>
      </div>
    </div>
  );
}
