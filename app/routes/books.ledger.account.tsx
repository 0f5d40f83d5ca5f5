import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Code } from '#app/components/ledger/code.tsx';
import { PostingTable } from '#app/components/ledger/posting-table.tsx';
import { useKindOfAccount, useSide } from '#app/components/ledger/side.ts';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { useAccount } from '#app/components/workspaces/book-words.ts';
import { periodIn } from '#app/components/workspaces/period.ts';
import { PeriodFilter } from '#app/components/workspaces/period-filter.tsx';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { getLedgerAccount } from '#server/settlement/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'ledger.postingsOf.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const today = businessDayOf(args.context.now());
  const period = periodIn(searchParams, today, 'thisMonth');
  return withCtx(args, async (ctx) => ({
    account: await getLedgerAccount(ctx, args.params.account ?? '', period, { page: pageIn(searchParams) }),
    period,
    today,
  }));
}

/** What stood on an account, what was booked on it, and what stands there now. */
export default function LedgerAccountPage() {
  const t = useT();
  const language = useLanguage();
  const sideOf = useSide();
  const accountOf = useAccount();
  const kindOf = useKindOfAccount();
  const { account, period, today } = useLoaderData<typeof loader>();
  const { from, to } = period;
  const days = `from=${from}&to=${to}`;
  const path = `/books/ledger/${encodeURIComponent(account.code)}`;
  const words = { from: formatDate(from, language), to: formatDate(to, language) };
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('ledger.title'), href: `/books/ledger?${days}` },
          { label: kindOf(account.kind), href: `/books/ledger/kinds/${encodeURIComponent(account.kind)}?${days}` },
          { label: account.owner?.code ?? accountOf(account) },
        ]}
      />
      <h1>{accountOf(account)}</h1>
      <Code of={account.code} />
      <PeriodFilter path={path} period={period} today={today} />
      <div className="figures">
        <FigureCard name={t('ledger.opening')} value={sideOf(account.opening)} />
        <FigureCard name={t('ledger.debit')} value={amount(account.debit)} />
        <FigureCard name={t('ledger.credit')} value={amount(account.credit)} />
        <FigureCard name={t('ledger.closing')} value={sideOf(account.closing)} />
      </div>
      <PostingTable account={account} caption={t('ledger.postingsOf.caption', words)} />
      <Pager page={account.page} pages={account.pages} hrefOf={(page) => `${path}?${days}&page=${page}`} />
    </>
  );
}
