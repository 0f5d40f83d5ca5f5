import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { Workspace } from '#app/components/shell/workspace.tsx';
import { useT } from '#app/i18n/index.tsx';
import { can } from '#server/platform/index.ts';

const places = [
  ['/books', 'desk'],
  ['/books/households', 'households'],
  ['/books/dues', 'dues', '/books/fund'],
  ['/books/statements', 'statements', '/books/objections'],
  ['/books/payouts', 'payouts'],
  ['/books/bank', 'bank'],
  ['/books/refunds', 'refunds', '/books/disputes'],
  ['/books/ledger', 'ledger', '/books/entries', '/books/periods'],
  ['/books/documents', 'documents'],
  ['/books/audit', 'audit'],
] as const;

export function loader({ context }: LoaderFunctionArgs) {
  return { mayBank: can(context.actor, 'bank.keep') };
}

/** The frame of the bookkeeper's desk. */
export default function BooksFrame() {
  const t = useT();
  const { pathname } = useLocation();
  const { mayBank } = useLoaderData<typeof loader>();
  const links = places
    .filter(([, name]) => name !== 'bank' || mayBank)
    .map(([href, name, ...parts]) => ({
      href,
      label: t(`books.nav.${name}`),
      current: href === '/books' ? pathname === href : [href, ...parts].some((part) => pathname.startsWith(part)),
    }));
  return (
    <Workspace title={t('books.title')} label={t('workspaces.nav')} links={links}>
      <Outlet />
    </Workspace>
  );
}
