import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Pager } from '#app/components/shell/pager.tsx';
import { HouseholdSalesTable } from '#app/components/workspaces/household-sales-table.tsx';
import { periodIn } from '#app/components/workspaces/period.ts';
import { PeriodFilter } from '#app/components/workspaces/period-filter.tsx';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { findHouseholdSales } from '#server/settlement/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'books.households.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const today = businessDayOf(args.context.now());
  const period = periodIn(searchParams, today);
  return withCtx(args, async (ctx) => ({
    sales: await findHouseholdSales(ctx, { ...period, page: pageIn(searchParams) }),
    period,
    today,
  }));
}

export default function HouseholdSalesPage() {
  const t = useT();
  const { sales, period, today } = useLoaderData<typeof loader>();
  const days = `from=${period.from}&to=${period.to}`;
  return (
    <>
      <div className="row row-between">
        <h1>{t('books.households.title')}</h1>
        {sales.households > 0 ? (
          <a className="btn btn-second screen-only" href={`/books/households.csv?${days}`} download>
            {t('books.households.export')}
          </a>
        ) : null}
      </div>
      <PeriodFilter path="/books/households" period={period} today={today} />
      <HouseholdSalesTable sales={sales} />
      <Pager page={sales.page} pages={sales.pages} hrefOf={(page) => `/books/households?${days}&page=${page}`} />
    </>
  );
}
