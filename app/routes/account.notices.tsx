import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NoticeLine } from '#app/components/notices/notice-line.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { pageOf, withCtx } from '#app/request.server.ts';
import { findNotices } from '#server/notices/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'notices.title');

export function loader(args: LoaderFunctionArgs) {
  const wish = { page: pageOf(args.request), language: args.context.lang };
  return withCtx(args, (ctx) => findNotices(ctx, wish));
}

/** What the reader was told, newest first. */
export default function NoticesPage() {
  const t = useT();
  const { rows, unread, page, pages } = useLoaderData<typeof loader>();
  return (
    <div className="page page-narrow stack">
      <div className="row-between">
        <h1>{t('notices.title')}</h1>
        {rows.length > 0 ? <span className="quiet">{t('notices.unread', { count: unread })}</span> : null}
      </div>
      <p className="quiet">{t('notices.lead')}</p>
      <div className="row">
        <a className="link" href="/account/notices/preferences">
          {t('notices.preferences')}
        </a>
        {unread > 0 ? (
          <form method="post" action="/account/notices/reading">
            <button type="submit" className="btn btn-second">
              {t('notices.readAll')}
            </button>
          </form>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          scene="quiet-field"
          title={t('notices.empty')}
          action={
            <a className="btn btn-second" href="/products">
              {t('notices.goShopping')}
            </a>
          }
        >
          {t('notices.emptyDetail')}
        </EmptyState>
      ) : (
        <ul className="notices">
          {rows.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
      <Pager page={page} pages={pages} hrefOf={(to) => `/account/notices?page=${to}`} />
    </div>
  );
}
