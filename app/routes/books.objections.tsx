import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ObjectionTable } from '#app/components/settlement/objection-table.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { pageOf, withCtx } from '#app/request.server.ts';
import { findObjections } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.objections.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({ objections: await findObjections(ctx, { page: pageOf(args.request) }) }));
}

/** What households do not agree with. */
export default function ObjectionsPage() {
  const t = useT();
  const { objections } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('settlement.statements.title'), href: '/books/statements' },
          { label: t('settlement.objections.title') },
        ]}
      />
      <h1>{t('settlement.objections.title')}</h1>
      <p className="quiet">{t('settlement.objections.lead')}</p>
      <div className="stack settlement-list">
        {objections.open > 0 ? <p>{t('settlement.objections.open', { count: objections.open })}</p> : null}
        <ObjectionTable rows={objections.rows} asOf={objections.asOf} />
        <Pager page={objections.page} pages={objections.pages} hrefOf={(page) => `/books/objections?page=${page}`} />
      </div>
    </>
  );
}
