import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BooksWaiting } from '#app/components/workspaces/books-waiting.tsx';
import { BooksWeek } from '#app/components/workspaces/books-week.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findLastProof } from '#server/insight/index.ts';
import { findSettlementWaiting } from '#server/payouts/index.ts';
import { findRefundWaiting } from '#server/refunds/index.ts';
import { getBooksOverview } from '#server/settlement/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'books.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({
    overview: await getBooksOverview(ctx),
    settlement: await findSettlementWaiting(ctx),
    refunds: await findRefundWaiting(ctx),
    proof: await findLastProof(ctx),
    now: ctx.now.toISOString(),
  }));
}

export default function BooksDeskPage() {
  const t = useT();
  const { overview, settlement, refunds, proof, now } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('workspaces.waiting')}</h1>
      <BooksWaiting overview={overview} settlement={settlement} refunds={refunds} proof={proof} now={now} />
      <BooksWeek thisWeek={overview.thisWeek} lastWeek={overview.lastWeek} />
    </>
  );
}
