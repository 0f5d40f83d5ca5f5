import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Pager } from '#app/components/shell/pager.tsx';
import { LotTable } from '#app/components/workspaces/lot-table.tsx';
import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { choiceIn, pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { lotFilters } from '#server/stock/contract.ts';
import { findLots } from '#server/stock/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'coop.lots.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const wish = { filter: choiceIn(searchParams, 'filter', lotFilters), page: pageIn(searchParams) };
  return withCtx(args, async (ctx) => ({ list: await findLots(ctx, wish), now: ctx.now.toISOString() }));
}

export default function LotsPage() {
  const t = useT();
  const { list, now } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('coop.lots.title')}</h1>
      <Tabs
        label={t('workspaces.filter')}
        tabs={lotFilters.map((filter) => ({
          href: `/coop/lots?filter=${filter}`,
          label: t(`coop.lots.filters.${filter}`),
          count: list.counts[filter],
          current: filter === list.filter,
        }))}
      />
      <LotTable list={list} now={now} />
      <Pager page={list.page} pages={list.pages} hrefOf={(page) => `/coop/lots?filter=${list.filter}&page=${page}`} />
    </>
  );
}
