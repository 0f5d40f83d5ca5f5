import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OwedTable } from '#app/components/refunds/owed-table.tsx';
import { RefundTabs } from '#app/components/refunds/refund-tabs.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { choiceIn, pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { paymentRefundFilters } from '#server/refunds/contract.ts';
import { findPaymentRefunds } from '#server/refunds/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'moneyBack.title');

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const wish = { filter: choiceIn(searchParams, 'filter', paymentRefundFilters), page: pageIn(searchParams) };
  return { list: await withCtx(args, (ctx) => findPaymentRefunds(ctx, wish)) };
}

/** Money owed back to buyers, by how far it is; what failed comes first. */
export default function RefundsOwedPage() {
  const t = useT();
  const { list } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('moneyBack.title')}</h1>
      <RefundTabs current="refunds" />
      <p className="quiet prose">{t('moneyBack.lead')}</p>
      <Tabs
        label={t('moneyBack.filter')}
        tabs={paymentRefundFilters.map((filter) => ({
          href: `/books/refunds?filter=${filter}`,
          label: t(`moneyBack.filters.${filter}`),
          count: list.counts[filter],
          current: filter === list.filter,
        }))}
      />
      <OwedTable list={list} />
      <Pager
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => `/books/refunds?filter=${list.filter}&page=${page}`}
      />
    </>
  );
}
