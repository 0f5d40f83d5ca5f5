import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { Workspace } from '#app/components/shell/workspace.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findCashRefunds, ownCounter } from '#server/bank/index.ts';
import { can } from '#server/platform/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.cash.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => {
    const counter = await ownCounter(ctx);
    const refunds = await findCashRefunds(ctx, counter.id);
    const isClerk = can(ctx.actor, 'parcels.see', { organizationId: counter.id });
    return { name: counter.name, refunds: refunds.length, isClerk };
  });
}

/** The frame of a counter that takes cash: a cashier has no more of the cooperative's desk than this. */
export default function CashFrame() {
  const t = useT();
  const text = useText();
  const { name, refunds, isClerk } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const links = [
    ...(isClerk ? [{ href: '/coop', label: t('coop.nav.desk') }] : []),
    {
      href: '/coop/cash',
      label: t('bank.cash.title'),
      count: refunds,
      current: pathname.startsWith('/coop/cash'),
    },
  ];
  return (
    <Workspace title={t('coop.title')} subtitle={text(name)} label={t('workspaces.nav')} links={links}>
      <Outlet />
    </Workspace>
  );
}
