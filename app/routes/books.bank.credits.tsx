import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CreditTable, PartTable } from '#app/components/bank/credit-table.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findCredits, findParts } from '#server/bank/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.credits.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({ credits: await findCredits(ctx), parts: await findParts(ctx) }));
}

/** Money that is over, and orders whose money is not all there. */
export default function CreditsPage() {
  const t = useT();
  const { credits, parts } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t('bank.desk.title'), href: '/books/bank' }, { label: t('bank.credits.title') }]}
      />
      <h1>{t('bank.credits.title')}</h1>
      <CreditTable credits={credits} />
      <PartTable parts={parts} />
    </>
  );
}
