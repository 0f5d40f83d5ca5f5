import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RefundTable } from '#app/components/bank/refund-table.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findCashRefunds, ownCounter } from '#server/bank/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.cash.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({ refunds: await findCashRefunds(ctx, (await ownCounter(ctx)).id) }));
}

/** Finds an order to take cash for, and lists cash to hand back. */
export default function FindCashOrderPage() {
  const t = useT();
  const { refunds } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('bank.cash.title')}</h1>
      <p className="quiet">{t('bank.cash.lead')}</p>
      <form method="get" className="row find">
        <div className="field">
          <label htmlFor="number">{t('bank.cash.number')}</label>
          <input id="number" name="number" type="search" autoComplete="off" autoCapitalize="characters" required />
        </div>
        <button type="submit" className="btn">
          {t('bank.cash.find')}
        </button>
      </form>
      {refunds.length > 0 ? (
        <section className="section">
          <h2 className="section-title">{t('bank.cash.refunds')}</h2>
          <RefundTable
            refunds={refunds}
            title={t('bank.cash.refunds')}
            action={t('bank.cash.back')}
            hrefOf={(id) => `/coop/cash/refunds/${id}`}
          />
        </section>
      ) : null}
    </>
  );
}
