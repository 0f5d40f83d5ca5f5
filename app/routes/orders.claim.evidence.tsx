import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { claimPage } from '#app/claim-page.server.ts';
import { ClaimHistory } from '#app/components/claims/claim-history.tsx';
import { WordsForm } from '#app/components/claims/words-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import { readerOf } from '#app/order-page.server.ts';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { AddEvidence } from '#server/after-sales/contract.ts';
import { addEvidence, getClaimAsBuyer } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.buyer.evidence');

export async function loader(args: LoaderFunctionArgs) {
  const claim = await withCtx(args, (ctx) => getClaimAsBuyer(ctx, args.params.claim ?? '', readerOf(args)));
  return { claim, back: claimPage(args), search: new URL(args.request.url).search };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, AddEvidence, async (ctx, input) => {
    await addEvidence(ctx, args.params.claim ?? '', readerOf(args), input);
    return redirectWithToast(args, claimPage(args), 'claims.buyer.evidenceDone');
  });
}

/** What the seller asked for, in words and pictures. */
export default function EvidencePage() {
  const t = useT();
  const { claim, back, search } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="page page-narrow stack">
      <p className="quiet small">{t('claims.page.heading', { number: claim.number })}</p>
      <h1>{t('claims.buyer.evidence')}</h1>
      {claim.state === 'evidence-asked' || sent ? (
        <WordsForm
          label={t('claims.form.words')}
          submit={t('claims.buyer.evidenceSubmit')}
          photos={t('claims.form.photos')}
          sent={sent}
        />
      ) : (
        <p>{t('claims.decide.closed', { state: t(`claims.states.${claim.state}`) })}</p>
      )}
      <ClaimHistory claim={claim} search={search} />
      <p className="more">
        <a className="link" href={back}>
          {t('claims.page.backToClaim')}
        </a>
      </p>
    </div>
  );
}
