import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ApprovalForm } from '#app/components/claims/approval-form.tsx';
import { ClaimStep } from '#app/components/claims/claim-step.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { ApproveClaim } from '#server/after-sales/contract.ts';
import { approveClaim, getClaimAsSeller } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.decide.approve');

export async function loader(args: LoaderFunctionArgs) {
  return { claim: await withCtx(args, (ctx) => getClaimAsSeller(ctx, args.params.claim ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  const number = args.params.claim ?? '';
  return submitForm(args, ApproveClaim, async (ctx, input) => {
    await approveClaim(ctx, number, input);
    return redirectWithToast(args, `/coop/claims/${encodeURIComponent(number)}`, 'claims.decide.approveDone', {
      number,
    });
  });
}

/** The seller grants a claim, whole or in part. */
export default function ClaimApprovalPage() {
  const t = useT();
  const { claim } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ClaimStep
      claim={claim}
      title={t('claims.decide.approve')}
      list={{ href: '/coop/claims', label: t('claims.desk.title') }}
      open={['applied']}
      typed={sent !== undefined}
    >
      <ApprovalForm claim={claim} sent={sent} />
    </ClaimStep>
  );
}
