import { Outlet, useLocation } from '@remix-run/react';
import { Workspace } from '#app/components/shell/workspace.tsx';
import { useT } from '#app/i18n/index.tsx';

const places = [
  ['/books', 'desk'],
  ['/books/households', 'households'],
  ['/books/bank', 'bank'],
  ['/books/audit', 'audit'],
] as const;

/** The frame of the bookkeeper's desk. */
export default function BooksFrame() {
  const t = useT();
  const { pathname } = useLocation();
  const links = places.map(([href, name]) => ({
    href,
    label: t(`books.nav.${name}`),
    current: href === '/books' ? pathname === href : pathname.startsWith(href),
  }));
  return (
    <Workspace title={t('books.title')} label={t('workspaces.nav')} links={links}>
      <Outlet />
    </Workspace>
  );
}
