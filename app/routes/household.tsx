import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { OwnStatements } from '#app/components/statements/own-statements.tsx';
import { pageIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findOwnStatements } from '#server/statements/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'statements.own.title');

export async function loader(args: LoaderFunctionArgs) {
  const page = pageIn(new URL(args.request.url).searchParams);
  return { view: await withCtx(args, (ctx) => findOwnStatements(ctx, { page })) };
}

/** A household's own desk: what was paid to it, what is coming, and every statement. */
export default function HouseholdDesk() {
  const t = useT();
  const { view } = useLoaderData<typeof loader>();
  if (view.households.length === 0) {
    return (
      <div className="page page-narrow statement">
        <EmptyState scene="quiet-field" title={t('statements.own.unknown')} heading="h1">
          {t('statements.own.unknownDetail')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page page-narrow stack statement">
      <OwnStatements view={view} />
      <Pager page={view.page} pages={view.pages} hrefOf={(page) => `/household?page=${page}`} />
      <p className="quiet">{t('statements.foot')}</p>
    </div>
  );
}
