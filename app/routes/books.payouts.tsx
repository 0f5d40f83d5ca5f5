import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Refusal } from '#app/components/form/refusal.tsx';
import { Payable } from '#app/components/settlement/payable.tsx';
import { RunTable } from '#app/components/settlement/run-table.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { pageOf, redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { AssemblePayout } from '#server/payouts/contract.ts';
import { assemblePayout, findPayouts, getPayable } from '#server/payouts/index.ts';
import { can } from '#server/platform/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.payouts.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => {
    const payable = await getPayable(ctx);
    return {
      payable,
      // A key for each button: pressed twice it makes one run.
      keys: Object.fromEntries(payable.payers.map(({ code }) => [code, randomUUID()])),
      runs: await findPayouts(ctx, { page: pageOf(args.request) }),
      mayAssemble: can(ctx.actor, 'payouts.assemble'),
      mayPayCash: can(ctx.actor, 'payouts.pay-cash'),
    };
  });
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, AssemblePayout, async (ctx, input) => {
    const { number } = await assemblePayout(ctx, input);
    return redirectWithToast(args, `/books/payouts/${number}`, 'settlement.payouts.opened');
  });
}

/** What can be paid now, and the runs that paid it. */
export default function PayoutsPage() {
  const t = useT();
  const { payable, keys, runs, mayAssemble, mayPayCash } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <h1>{t('settlement.payouts.title')}</h1>
      <p className="quiet">{t('settlement.payouts.lead')}</p>
      <div className="stack settlement-parts">
        <Refusal of={sent?.refusal ?? (sent ? { code: 'form.invalid' } : null)} />
        <Payable payable={payable} keys={keys} mayAssemble={mayAssemble} mayPayCash={mayPayCash} />
        <RunTable runs={runs.rows} />
        <Pager page={runs.page} pages={runs.pages} hrefOf={(page) => `/books/payouts?page=${page}`} />
      </div>
    </>
  );
}
