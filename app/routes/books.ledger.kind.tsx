import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BalanceTable } from '#app/components/ledger/balance-table.tsx';
import { useKindOfAccount } from '#app/components/ledger/side.ts';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { useAccount } from '#app/components/workspaces/book-words.ts';
import { periodIn } from '#app/components/workspaces/period.ts';
import { PeriodFilter } from '#app/components/workspaces/period-filter.tsx';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { findLedgerAccounts } from '#server/settlement/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'ledger.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const today = businessDayOf(args.context.now());
  const period = periodIn(searchParams, today, 'thisMonth');
  return withCtx(args, async (ctx) => ({
    list: await findLedgerAccounts(ctx, args.params.kind ?? '', period, { page: pageIn(searchParams) }),
    period,
    today,
  }));
}

/** The accounts of one kind, each with whose it is. */
export default function LedgerKindPage() {
  const t = useT();
  const language = useLanguage();
  const accountOf = useAccount();
  const { list, period, today } = useLoaderData<typeof loader>();
  const { from, to } = period;
  const days = `from=${from}&to=${to}`;
  const path = `/books/ledger/kinds/${encodeURIComponent(list.kind)}`;
  const name = useKindOfAccount()(list.kind);
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('ledger.title'), href: `/books/ledger?${days}` }, { label: name }]} />
      <h1>{name}</h1>
      <p className="quiet">{t('ledger.accounts.count')}</p>
      <PeriodFilter path={path} period={period} today={today} />
      <BalanceTable
        caption={t('ledger.accounts.caption', {
          name,
          from: formatDate(from, language),
          to: formatDate(to, language),
        })}
        rows={list.rows}
        sums={list.sums}
        keyOf={({ code }) => code}
        name={(row) => (
          <>
            <a href={`/books/ledger/${encodeURIComponent(row.code)}?${days}`}>{accountOf(row)}</a>
            {row.owner?.code ? <span className="quiet small block">{row.owner.code}</span> : null}
          </>
        )}
        empty={
          <EmptyState scene="quiet-field" title={t('ledger.accounts.empty')}>
            {t('ledger.accounts.emptyDetail')}
          </EmptyState>
        }
      />
      <Pager page={list.page} pages={list.pages} hrefOf={(page) => `${path}?${days}&page=${page}`} />
    </>
  );
}
