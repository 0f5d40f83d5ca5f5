import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { DueTable } from '#app/components/settlement/due-table.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { pageOf, withCtx } from '#app/request.server.ts';
import { findDueHouseholds } from '#server/dues/index.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { can } from '#server/platform/index.ts';
import { findStatements } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.dues.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({
    dues: await findDueHouseholds(ctx, { page: pageOf(args.request) }),
    counts: (await findStatements(ctx, { filter: 'overdue', page: 1 })).counts,
    mayAdvance: can(ctx.actor, 'advances.give'),
  }));
}

/** What all households are due, and each of them. */
export default function DuesPage() {
  const t = useT();
  const { dues, counts, mayAdvance } = useLoaderData<typeof loader>();
  const open = `/books/statements?state=`;
  const cards = [
    { name: t('settlement.dues.due'), filter: 'due' },
    { name: t('settlement.dues.overdue'), filter: 'overdue' },
    { name: t('settlement.dues.stands.objected'), filter: 'objected' },
    { name: t('settlement.dues.stands.failed'), filter: 'failed' },
  ] as const;
  return (
    <>
      <div className="row row-between">
        <h1>{t('settlement.dues.title')}</h1>
        {mayAdvance ? (
          <a className="btn btn-second" href="/books/fund">
            {t('settlement.dues.fund')}
          </a>
        ) : null}
      </div>
      <p className="quiet">{t('settlement.dues.lead')}</p>
      <div className="figures">
        {cards.map(({ name, filter }) => (
          <FigureCard
            key={filter}
            name={name}
            value={
              <a href={filter === 'objected' ? '/books/objections' : `${open}${filter}`}>
                {formatYuan(filter === 'objected' ? dues.total.objected : counts[filter].amount)}
              </a>
            }
            note={t('settlement.dues.statements', { count: counts[filter].statements })}
          />
        ))}
      </div>
      <DueTable dues={dues} />
      <Pager page={dues.page} pages={dues.pages} hrefOf={(page) => `/books/dues?page=${page}`} />
    </>
  );
}
