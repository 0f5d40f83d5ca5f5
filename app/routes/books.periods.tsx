import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LedgerTabs } from '#app/components/ledger/ledger-tabs.tsx';
import { MonthTable } from '#app/components/ledger/month-table.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { getClosing } from '#server/insight/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'ledger.periods.title');

export async function loader(args: LoaderFunctionArgs) {
  return { closing: await withCtx(args, getClosing) };
}

/** The months of the books, and the one whose turn it is to be closed. */
export default function PeriodsPage() {
  const t = useT();
  const { closing } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('ledger.periods.title')}</h1>
      <LedgerTabs current="periods" />
      <div className="stack">
        <p className="quiet prose">{t('ledger.periods.lead')}</p>
        <MonthTable closing={closing} />
      </div>
    </>
  );
}
