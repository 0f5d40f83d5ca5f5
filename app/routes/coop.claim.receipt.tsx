import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ClaimStep } from '#app/components/claims/claim-step.tsx';
import { ReceiveForm } from '#app/components/claims/receive-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { ConfirmReturn } from '#server/after-sales/contract.ts';
import { confirmReturn, getClaimAsSeller } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.decide.receive');

export async function loader(args: LoaderFunctionArgs) {
  return { claim: await withCtx(args, (ctx) => getClaimAsSeller(ctx, args.params.claim ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  const number = args.params.claim ?? '';
  return submitForm(args, ConfirmReturn, async (ctx, input) => {
    await confirmReturn(ctx, number, input);
    return redirectWithToast(args, `/coop/claims/${encodeURIComponent(number)}`, 'claims.decide.receiveDone', {
      number,
    });
  });
}

/** The goods of a return are back: on the shelf, or written off. */
export default function ClaimReceiptPage() {
  const t = useT();
  const { claim } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ClaimStep
      claim={claim}
      title={t('claims.decide.receive')}
      lead={t('claims.decide.receiveLead')}
      list={{ href: '/coop/claims', label: t('claims.desk.title') }}
      open={['awaiting-return', 'sent-back']}
      typed={sent !== undefined}
    >
      <ReceiveForm sent={sent} />
    </ClaimStep>
  );
}
