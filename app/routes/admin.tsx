import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { Workspace } from '#app/components/shell/workspace.tsx';
import { useT } from '#app/i18n/index.tsx';
import { withCtx } from '#app/request.server.ts';
import { countEscalatedClaims } from '#server/after-sales/index.ts';
import { countGivenUp } from '#server/platform/messages/index.ts';

export async function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => ({
    claims: await countEscalatedClaims(ctx),
    givenUp: await countGivenUp(ctx),
  }));
}

/** The frame of the platform's own pages. */
export default function AdminFrame() {
  const t = useT();
  const { claims, givenUp } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const links = [
    { href: '/admin', label: t('workspaces.admin.title'), current: pathname === '/admin' },
    {
      href: '/admin/claims',
      label: t('claims.admin.title'),
      count: claims,
      current: pathname.startsWith('/admin/claims'),
    },
    { href: '/admin/promotions', label: t('promotions.desk.title'), current: pathname === '/admin/promotions' },
    {
      href: '/admin/messages',
      label: t('notices.admin.title'),
      count: givenUp,
      current: pathname === '/admin/messages',
    },
  ];
  return (
    <Workspace title={t('workspaces.admin.title')} label={t('workspaces.nav')} links={links}>
      <Outlet />
    </Workspace>
  );
}
