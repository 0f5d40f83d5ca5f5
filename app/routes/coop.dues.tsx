import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HouseholdsTable } from '#app/components/coop-money/households-table.tsx';
import { MoneyTabs } from '#app/components/coop-money/money-tabs.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findDueHouseholds } from '#server/dues/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'coopMoney.households.title');

export async function loader(args: LoaderFunctionArgs) {
  const page = pageIn(new URL(args.request.url).searchParams);
  return { dues: await withCtx(args, (ctx) => findDueHouseholds(ctx, { page })) };
}

/** What is due to each household for what this cooperative sold. */
export default function CoopDuesPage() {
  const t = useT();
  const { dues } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('coopMoney.households.title')}</h1>
      <MoneyTabs current="households" />
      <div className="stack">
        <p className="quiet prose">{t('coopMoney.households.lead')}</p>
        <HouseholdsTable dues={dues} />
      </div>
      <Pager page={dues.page} pages={dues.pages} hrefOf={(page) => `/coop/dues?page=${page}`} />
    </>
  );
}
