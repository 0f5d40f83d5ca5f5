import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { Workspace } from '#app/components/shell/workspace.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import { withCtx } from '#app/request.server.ts';
import { countWaitingClaims } from '#server/after-sales/index.ts';
import { findParcels } from '#server/fulfilment/index.ts';

export async function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => {
    const { organization, counts } = await findParcels(ctx, { state: 'to-pack', page: 1 });
    return { organization, toPack: counts['to-pack'], claims: await countWaitingClaims(ctx) };
  });
}

/** The frame of a cooperative's desk. */
export default function CoopFrame() {
  const t = useT();
  const text = useText();
  const { organization, toPack, claims } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const links = [
    { href: '/coop', label: t('coop.nav.desk'), current: pathname === '/coop' },
    {
      href: '/coop/parcels',
      label: t('coop.nav.parcels'),
      count: toPack,
      current: pathname.startsWith('/coop/parcels'),
    },
    {
      href: '/coop/claims',
      label: t('claims.desk.title'),
      count: claims,
      current: pathname.startsWith('/coop/claims'),
    },
    { href: '/coop/lots', label: t('coop.nav.lots'), current: pathname === '/coop/lots' },
    { href: '/coop/promotions', label: t('promotions.desk.title'), current: pathname === '/coop/promotions' },
    { href: '/coop/freight', label: t('freight.title'), current: pathname === '/coop/freight' },
    {
      href: '/coop/dues',
      label: t('coopMoney.nav'),
      current: pathname.startsWith('/coop/dues') || pathname === '/coop/account',
    },
    { href: '/coop/documents', label: t('documents.desk.title'), current: pathname === '/coop/documents' },
    { href: '/coop/cash', label: t('bank.cash.title') },
  ];
  return (
    <Workspace title={t('coop.title')} subtitle={text(organization.name)} label={t('workspaces.nav')} links={links}>
      <Outlet />
    </Workspace>
  );
}
