import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ClaimList } from '#app/components/claims/claim-table.tsx';
import { choiceIn, pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { claimFilters } from '#server/after-sales/contract.ts';
import { findEscalatedClaims } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.admin.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const wish = { filter: choiceIn(searchParams, 'filter', claimFilters), page: pageIn(searchParams) };
  return withCtx(args, async (ctx) => ({ list: await findEscalatedClaims(ctx, wish), now: ctx.now.toISOString() }));
}

/** The claims that were taken to the platform. */
export default function EscalatedClaimsPage() {
  const t = useT();
  const { list, now } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('claims.admin.title')}</h1>
      <ClaimList list={list} now={now} page="/admin/claims" seller emptyDetail={t('claims.admin.emptyDetail')} />
    </>
  );
}
