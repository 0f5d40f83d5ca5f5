import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { WaitingLines } from '#app/components/bank/waiting-lines.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findWaitingLines } from '#server/bank/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'bank.lines.title');

export async function loader(args: LoaderFunctionArgs) {
  return { lines: await withCtx(args, (ctx) => findWaitingLines(ctx)) };
}

/** Lines that carry no code we know. */
export default function WaitingLinesPage() {
  const t = useT();
  const { lines } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('bank.desk.title'), href: '/books/bank' }, { label: t('bank.lines.title') }]} />
      <h1>{t('bank.lines.title')}</h1>
      <p className="quiet">{t('bank.lines.lead')}</p>
      <WaitingLines lines={lines} />
    </>
  );
}
