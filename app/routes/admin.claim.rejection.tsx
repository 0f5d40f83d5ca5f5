import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ClaimStep } from '#app/components/claims/claim-step.tsx';
import { WordsForm } from '#app/components/claims/words-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { WithReason } from '#server/after-sales/contract.ts';
import { getClaimAsPlatform, upholdRejection } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.decide.uphold');

export async function loader(args: LoaderFunctionArgs) {
  return { claim: await withCtx(args, (ctx) => getClaimAsPlatform(ctx, args.params.claim ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  const number = args.params.claim ?? '';
  return submitForm(args, WithReason, async (ctx, input) => {
    await upholdRejection(ctx, number, input);
    return redirectWithToast(args, `/admin/claims/${encodeURIComponent(number)}`, 'claims.decide.rejectDone', {
      number,
    });
  });
}

/** The platform says that a rejection stands, and why. */
export default function UpholdPage() {
  const t = useT();
  const { claim } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ClaimStep
      claim={claim}
      title={t('claims.decide.uphold')}
      lead={t('claims.decide.upholdLead')}
      list={{ href: '/admin/claims', label: t('claims.admin.title') }}
      open={['escalated']}
      typed={sent !== undefined}
    >
      <WordsForm label={t('claims.decide.upholdWords')} submit={t('claims.decide.upholdSubmit')} sent={sent} danger />
    </ClaimStep>
  );
}
