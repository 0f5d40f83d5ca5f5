import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Pager } from '#app/components/shell/pager.tsx';
import { ParcelTable } from '#app/components/workspaces/parcel-table.tsx';
import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { choiceIn, pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findParcels } from '#server/fulfilment/index.ts';

const states = ['to-pack', 'packing', 'partly-shipped', 'waiting', 'shipped', 'delivered', 'cancelled'] as const;

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'coop.parcels.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const wish = { state: choiceIn(searchParams, 'state', states), page: pageIn(searchParams) };
  return withCtx(args, async (ctx) => ({ list: await findParcels(ctx, wish), now: ctx.now.toISOString() }));
}

export default function ParcelsPage() {
  const t = useT();
  const { list, now } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('coop.parcels.title')}</h1>
      <Tabs
        label={t('workspaces.filter')}
        tabs={states.map((state) => ({
          href: `/coop/parcels?state=${state}`,
          label: t(`coop.state.${state}`),
          count: list.counts[state],
          current: state === list.state,
        }))}
      />
      <ParcelTable list={list} now={now} />
      <Pager page={list.page} pages={list.pages} hrefOf={(page) => `/coop/parcels?state=${list.state}&page=${page}`} />
    </>
  );
}
