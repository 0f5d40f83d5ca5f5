import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { PackingDesk } from '#app/components/workspaces/packing-desk.tsx';
import { ParcelTable } from '#app/components/workspaces/parcel-table.tsx';
import { formatCount, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findParcels, findParcelsToSend } from '#server/fulfilment/index.ts';
import { parcelStates } from '#server/orders/contract.ts';
import { findLots } from '#server/stock/index.ts';

const RECENT_SHOWN = 6;

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'coop.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({
    toPack: await findParcels(ctx, { state: 'to-pack', page: 1 }),
    toSend: await findParcelsToSend(ctx),
    shipped: await findParcels(ctx, { state: 'shipped', page: 1 }),
    soon: await findLots(ctx, { filter: 'soon', page: 1 }),
    now: ctx.now.toISOString(),
  }));
}

export default function CoopDeskPage() {
  const t = useT();
  const { toPack, toSend, shipped, soon, now } = useLoaderData<typeof loader>();
  const recent = { ...shipped, parcels: shipped.parcels.slice(0, RECENT_SHOWN) };
  return (
    <>
      <h1>{t('workspaces.waiting')}</h1>
      <PackingDesk parcels={toPack} toSend={toSend} lots={soon} now={now} />
      <section className="section">
        <div className="section-title">
          <h2>{t('coop.desk.counts')}</h2>
        </div>
        <div className="figures">
          {parcelStates.map((state) => (
            <FigureCard
              key={state}
              name={t(`coop.state.${state}`)}
              value={<a href={`/coop/parcels?state=${state}`}>{formatCount(toPack.counts[state])}</a>}
            />
          ))}
        </div>
      </section>
      <section className="section">
        <div className="section-title">
          <h2>{t('coop.desk.recent')}</h2>
        </div>
        {recent.parcels.length === 0 ? (
          <p className="quiet">{t('coop.desk.recentEmpty')}</p>
        ) : (
          <ParcelTable list={recent} now={now} />
        )}
      </section>
    </>
  );
}
