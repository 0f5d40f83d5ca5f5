import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BalanceTable } from '#app/components/ledger/balance-table.tsx';
import { LedgerTabs } from '#app/components/ledger/ledger-tabs.tsx';
import { useKindOfAccount } from '#app/components/ledger/side.ts';
import { StatusPill } from '#app/components/office/status-pill.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { periodIn } from '#app/components/workspaces/period.ts';
import { PeriodFilter } from '#app/components/workspaces/period-filter.tsx';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { getBalanceOfDays } from '#server/settlement/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'ledger.title');

export function loader(args: LoaderFunctionArgs) {
  const today = businessDayOf(args.context.now());
  const period = periodIn(new URL(args.request.url).searchParams, today, 'thisMonth');
  return withCtx(args, async (ctx) => ({ balance: await getBalanceOfDays(ctx, period), period, today }));
}

/** The trial balance of some days; a kind of account opens to its accounts. */
export default function TrialBalancePage() {
  const t = useT();
  const language = useLanguage();
  const kindOf = useKindOfAccount();
  const { balance, period, today } = useLoaderData<typeof loader>();
  const { from, to } = period;
  const difference = balance.sums.closing;
  return (
    <>
      <h1>{t('ledger.title')}</h1>
      <LedgerTabs current="balance" />
      <p className="quiet prose">{t('ledger.lead')}</p>
      <PeriodFilter path="/books/ledger" period={period} today={today} />
      {balance.rows.length === 0 ? null : (
        <p className="row verdict">
          <StatusPill tone={difference === 0 ? 'good' : 'problem'}>
            {difference === 0 ? t('ledger.balanced') : t('ledger.unbalanced', { amount: amount(Math.abs(difference)) })}
          </StatusPill>
        </p>
      )}
      <BalanceTable
        caption={t('ledger.caption', { from: formatDate(from, language), to: formatDate(to, language) })}
        rows={balance.rows}
        sums={balance.sums}
        keyOf={({ kind }) => kind}
        name={({ kind }) => (
          <a
            href={`/books/ledger/kinds/${encodeURIComponent(kind)}?from=${from}&to=${to}`}
            aria-label={t('ledger.open', { name: kindOf(kind) })}
          >
            {kindOf(kind)}
          </a>
        )}
        empty={
          <EmptyState scene="quiet-field" title={t('ledger.empty')}>
            {t('ledger.emptyDetail')}
          </EmptyState>
        }
      />
    </>
  );
}
