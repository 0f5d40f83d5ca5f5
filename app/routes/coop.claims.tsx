import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ClaimList } from '#app/components/claims/claim-table.tsx';
import { choiceIn, pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { claimFilters } from '#server/after-sales/contract.ts';
import { findSellerClaims } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.desk.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const wish = { filter: choiceIn(searchParams, 'filter', claimFilters), page: pageIn(searchParams) };
  return withCtx(args, async (ctx) => ({ list: await findSellerClaims(ctx, wish), now: ctx.now.toISOString() }));
}

/** The claims about a seller's parcels, those that run out first on top. */
export default function SellerClaimsPage() {
  const t = useT();
  const { list, now } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('claims.desk.title')}</h1>
      <ClaimList list={list} now={now} page="/coop/claims" />
    </>
  );
}
