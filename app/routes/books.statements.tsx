import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StatementFilter, statementsHref } from '#app/components/settlement/statement-filter.tsx';
import { StatementTable } from '#app/components/settlement/statement-table.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { periodIn } from '#app/components/workspaces/period.ts';
import { choiceIn, pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { statementFilters } from '#server/statements/contract.ts';
import { findStatements } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.statements.title');

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const wish = {
    filter: choiceIn(searchParams, 'state', statementFilters),
    period: searchParams.has('from') ? periodIn(searchParams, businessDayOf(args.context.now())) : null,
    page: pageIn(searchParams),
  };
  return withCtx(args, async (ctx) => ({ statements: await findStatements(ctx, wish) }));
}

/** All statements, by state and by the days their periods ended on. */
export default function StatementsPage() {
  const t = useT();
  const { statements } = useLoaderData<typeof loader>();
  const { filter, period, counts, page, pages, rows } = statements;
  return (
    <>
      <div className="row row-between">
        <h1>{t('settlement.statements.title')}</h1>
        <a className="btn btn-second" href="/books/objections">
          {t('settlement.statements.objections')}
        </a>
      </div>
      <p className="quiet">{t('settlement.statements.lead')}</p>
      <div className="settlement-list">
        <StatementFilter filter={filter} period={period} counts={counts} />
        <p className="settlement-sum">
          {t('settlement.payouts.payableCount', {
            count: counts[filter].statements,
            amount: formatYuan(counts[filter].amount),
          })}
        </p>
        {counts.objected.statements > 0 ? (
          <p className="quiet small">{t('settlement.statements.objectedApart')}</p>
        ) : null}
        <StatementTable rows={rows} />
        <Pager page={page} pages={pages} hrefOf={(wished) => statementsHref(filter, period, wished)} />
      </div>
    </>
  );
}
