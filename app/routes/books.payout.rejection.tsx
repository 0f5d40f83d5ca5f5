import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '#app/components/settlement/reason-form.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { payoutPage } from '#app/payout-page.server.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { RejectPayout } from '#server/payouts/contract.ts';
import { getPayout, getPayoutId, rejectPayout } from '#server/payouts/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'settlement.payout.reject');

export function loader(args: LoaderFunctionArgs) {
  const number = args.params.number ?? '';
  return withCtx(args, async (ctx) => ({ run: await getPayout(ctx, number, { filter: 'all', page: 1 }) }));
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, RejectPayout, async (ctx, input) => {
    await rejectPayout(ctx, await getPayoutId(ctx, args.params.number ?? ''), input);
    return redirectWithToast(args, payoutPage(args), 'settlement.payout.rejected');
  });
}

/** Sends a run back, with why. */
export default function RejectPayoutPage() {
  const t = useT();
  const { run } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const open = run.state === 'assembled' || run.state === 'assembling';
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t('settlement.payouts.title'), href: '/books/payouts' },
          { label: run.number, href: `/books/payouts/${run.number}` },
          { label: t('settlement.payout.reject') },
        ]}
      />
      <h1>{t('settlement.payout.rejectTitle', { number: run.number })}</h1>
      {open || sent ? (
        <div className="stack">
          <p className="quiet">{t('settlement.payout.rejectLead')}</p>
          <ReasonForm
            label={t('settlement.payout.rejectReason')}
            submit={t('settlement.payout.reject')}
            sent={sent}
            danger
          />
        </div>
      ) : (
        <p>{t('settlement.payout.rejectClosed', { state: t(`settlement.payouts.states.${run.state}`) })}</p>
      )}
    </>
  );
}
