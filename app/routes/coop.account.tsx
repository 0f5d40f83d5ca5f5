import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AccountEntries, AccountParts } from '#app/components/coop-money/account-tables.tsx';
import { MoneyTabs } from '#app/components/coop-money/money-tabs.tsx';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { periodIn } from '#app/components/workspaces/period.ts';
import { PeriodFilter } from '#app/components/workspaces/period-filter.tsx';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { fen, formatYuan } from '#server/kernel/money.ts';
import { getSellerAccount } from '#server/settlement/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'coopMoney.account.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const today = businessDayOf(args.context.now());
  const period = periodIn(searchParams, today, 'thisMonth');
  return withCtx(args, async (ctx) => ({
    account: await getSellerAccount(ctx, period, { page: pageIn(searchParams) }),
    period,
    today,
  }));
}

/** What stands between the cooperative and the platform: what it earned itself, and what it holds of ours. */
export default function SellerAccountPage() {
  const t = useT();
  const language = useLanguage();
  const { account, period, today } = useLoaderData<typeof loader>();
  const { opening, more, less, closing } = account.sums;
  const side = closing === 0 ? 'even' : closing > 0 ? 'owed' : 'owes';
  return (
    <>
      <h1>{t('coopMoney.account.title')}</h1>
      <MoneyTabs current="account" />
      <p className="quiet prose">{t('coopMoney.account.lead')}</p>
      <PeriodFilter path="/coop/account" period={period} today={today} />
      <div className="figures">
        <FigureCard
          name={t(`coopMoney.account.${side}`)}
          value={formatYuan(fen(Math.abs(closing)))}
          note={t('coopMoney.account.at', { day: formatDate(period.to, language) })}
        />
        <FigureCard name={t('coopMoney.account.opening')} value={formatYuan(opening)} />
        <FigureCard name={t('coopMoney.account.earned')} value={formatYuan(more)} />
        <FigureCard name={t('coopMoney.account.taken')} value={formatYuan(less)} />
      </div>
      <div className="stack">
        <p className="quiet">{t('coopMoney.account.noPayout')}</p>
        <AccountParts account={account} />
        <AccountEntries rows={account.rows} />
      </div>
      <Pager
        page={account.page}
        pages={account.pages}
        hrefOf={(page) => `/coop/account?from=${period.from}&to=${period.to}&page=${page}`}
      />
    </>
  );
}
