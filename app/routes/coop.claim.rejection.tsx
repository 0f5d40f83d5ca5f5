import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ClaimStep } from '#app/components/claims/claim-step.tsx';
import { WordsForm } from '#app/components/claims/words-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { WithReason } from '#server/after-sales/contract.ts';
import { getClaimAsSeller, rejectClaim } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.decide.reject');

export async function loader(args: LoaderFunctionArgs) {
  return { claim: await withCtx(args, (ctx) => getClaimAsSeller(ctx, args.params.claim ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  const number = args.params.claim ?? '';
  return submitForm(args, WithReason, async (ctx, input) => {
    await rejectClaim(ctx, number, input);
    return redirectWithToast(args, `/coop/claims/${encodeURIComponent(number)}`, 'claims.decide.rejectDone', {
      number,
    });
  });
}

/** The seller says no, and why. */
export default function ClaimRejectionPage() {
  const t = useT();
  const { claim } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ClaimStep
      claim={claim}
      title={t('claims.decide.reject')}
      lead={t('claims.decide.rejectLead')}
      list={{ href: '/coop/claims', label: t('claims.desk.title') }}
      open={['applied']}
      typed={sent !== undefined}
    >
      <WordsForm label={t('claims.decide.rejectWords')} submit={t('claims.decide.rejectSubmit')} sent={sent} danger />
    </ClaimStep>
  );
}
