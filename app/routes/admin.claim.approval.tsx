import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ApprovalForm } from '#app/components/claims/approval-form.tsx';
import { ClaimStep } from '#app/components/claims/claim-step.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { ApproveClaim } from '#server/after-sales/contract.ts';
import { getClaimAsPlatform, grantEscalatedClaim } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.decide.approve');

export async function loader(args: LoaderFunctionArgs) {
  return { claim: await withCtx(args, (ctx) => getClaimAsPlatform(ctx, args.params.claim ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  const number = args.params.claim ?? '';
  return submitForm(args, ApproveClaim, async (ctx, input) => {
    await grantEscalatedClaim(ctx, number, input);
    return redirectWithToast(args, `/admin/claims/${encodeURIComponent(number)}`, 'claims.decide.approveDone', {
      number,
    });
  });
}

/** The platform grants an escalated claim. */
export default function EscalatedApprovalPage() {
  const t = useT();
  const { claim } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ClaimStep
      claim={claim}
      title={t('claims.decide.approve')}
      list={{ href: '/admin/claims', label: t('claims.admin.title') }}
      open={['escalated']}
      typed={sent !== undefined}
    >
      <ApprovalForm claim={claim} sent={sent} />
    </ClaimStep>
  );
}
