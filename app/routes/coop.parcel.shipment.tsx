import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { ParcelAddress } from '#app/components/workspaces/parcel-side.tsx';
import { ShipFromDesk } from '#app/components/workspaces/ship-from-desk.ts';
import { ShipmentForm } from '#app/components/workspaces/shipment-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { getPickList, questionTrackingNumber, shipParcel } from '#server/fulfilment/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'coop.shipment.title');

export async function loader(args: LoaderFunctionArgs) {
  return { parcel: await withCtx(args, (ctx) => getPickList(ctx, args.params.number ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  const number = args.params.number ?? '';
  return submitForm(args, ShipFromDesk, async (ctx, { confirmed, ...shipment }) => {
    questionTrackingNumber(shipment, confirmed);
    await shipParcel(ctx, number, shipment);
    return redirectWithToast(args, `/coop/parcels/${encodeURIComponent(number)}`, 'coop.shipment.done', { number });
  });
}

export default function ShipmentPage() {
  const t = useT();
  const { parcel } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const back = `/coop/parcels/${parcel.number}`;
  const isPacked = parcel.state === 'to-pack' || parcel.state === 'packing' || parcel.state === 'partly-shipped';
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('coop.parcels.title'), href: '/coop/parcels' },
          { label: parcel.number, href: back },
          { label: t('coop.shipment.title') },
        ]}
      />
      <h1>{t('coop.shipment.heading', { number: parcel.number })}</h1>
      {isPacked || sent ? (
        <div className="desk">
          <section className="stack">
            <p className="quiet">{t('coop.shipment.lead')}</p>
            <ShipmentForm number={parcel.number} lines={parcel.lines} sent={sent} />
          </section>
          <aside>
            <ParcelAddress parcel={parcel} />
          </aside>
        </div>
      ) : (
        <p>{t('coop.shipment.closed', { state: t(`coop.state.${parcel.state}`) })}</p>
      )}
      <p className="more">
        <a className="link" href={back}>
          {t('coop.shipment.back')}
        </a>
      </p>
    </>
  );
}
