import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Pager } from '#app/components/shell/pager.tsx';
import { OfficeFrame } from '#app/components/workspaces/office-frame.tsx';
import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { VillageStatementTable } from '#app/components/workspaces/village-statement-table.tsx';
import { choiceIn, pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { villageFilters } from '#server/statements/contract.ts';
import { findVillageStatements } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'statements.village.title');

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const wish = { filter: choiceIn(searchParams, 'filter', villageFilters), page: pageIn(searchParams) };
  return { list: await withCtx(args, (ctx) => findVillageStatements(ctx, wish)) };
}

/** The statements of a helper's village, those that wait for an answer first. */
export default function VillageStatementsPage() {
  const t = useT();
  const { list } = useLoaderData<typeof loader>();
  return (
    <OfficeFrame current="statements" answers>
      <h1>{t('statements.village.title')}</h1>
      <p className="quiet prose">{t('statements.village.lead')}</p>
      <Tabs
        label={t('workspaces.filter')}
        tabs={villageFilters.map((filter) => ({
          href: `/office/statements?filter=${filter}`,
          label: t(`statements.village.filters.${filter}`),
          count: list.counts[filter],
          current: filter === list.filter,
        }))}
      />
      <VillageStatementTable list={list} />
      <Pager
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => `/office/statements?filter=${list.filter}&page=${page}`}
      />
    </OfficeFrame>
  );
}
