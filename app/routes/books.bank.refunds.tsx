import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RefundTable } from '#app/components/bank/refund-table.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findRefundsByHand } from '#server/bank/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.refunds.title');

export async function loader(args: LoaderFunctionArgs) {
  return { refunds: await withCtx(args, findRefundsByHand) };
}

/** Refunds of transfers, which a person sends. */
export default function RefundsByHandPage() {
  const t = useT();
  const { refunds } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: t('bank.desk.title'), href: '/books/bank' }, { label: t('bank.refunds.title') }]}
      />
      <h1>{t('bank.refunds.title')}</h1>
      <p className="quiet">{t('bank.refunds.lead')}</p>
      <RefundTable
        refunds={refunds}
        title={t('bank.refunds.title')}
        action={t('bank.refunds.send')}
        hrefOf={(id) => `/books/bank/refunds/${id}`}
      />
    </>
  );
}
