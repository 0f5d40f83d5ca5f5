import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DisputeTable } from '#app/components/refunds/dispute-table.tsx';
import { RefundTabs } from '#app/components/refunds/refund-tabs.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findDisputes } from '#server/refunds/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'moneyBack.disputes.title');

export async function loader(args: LoaderFunctionArgs) {
  const page = pageIn(new URL(args.request.url).searchParams);
  return { list: await withCtx(args, (ctx) => findDisputes(ctx, { page })) };
}

/** Payments that buyers contest at their banks. */
export default function DisputesPage() {
  const t = useT();
  const { list } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('moneyBack.disputes.title')}</h1>
      <RefundTabs current="disputes" />
      <div className="stack">
        <p className="quiet prose">{t('moneyBack.disputes.lead')}</p>
        <DisputeTable disputes={list.rows} />
      </div>
      <Pager page={list.page} pages={list.pages} hrefOf={(page) => `/books/disputes?page=${page}`} />
    </>
  );
}
