import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { GivenUpTable } from '#app/components/notices/given-up-table.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { pageOf, withCtx } from '#app/request.server.ts';
import { findGivenUp } from '#server/platform/messages/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'notices.admin.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, (ctx) => findGivenUp(ctx, { page: pageOf(args.request) }));
}

/** Texts and mails that could not be sent however often they were tried. */
export default function GivenUpPage() {
  const t = useT();
  const list = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('notices.admin.title')}</h1>
      <div className="stack">
        <p className="quiet">{t('notices.admin.lead')}</p>
        <GivenUpTable list={list} />
      </div>
      <Pager page={list.page} pages={list.pages} hrefOf={(page) => `/admin/messages?page=${page}`} />
    </>
  );
}
