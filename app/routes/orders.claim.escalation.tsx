import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { claimPage } from '#app/claim-page.server.ts';
import { WordsForm } from '#app/components/claims/words-form.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { readerOf } from '#app/order-page.server.ts';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { WithReason } from '#server/after-sales/contract.ts';
import { escalateClaim, getClaimAsBuyer } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.buyer.escalate');

export async function loader(args: LoaderFunctionArgs) {
  const claim = await withCtx(args, (ctx) => getClaimAsBuyer(ctx, args.params.claim ?? '', readerOf(args)));
  return { claim, back: claimPage(args) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, WithReason, async (ctx, input) => {
    await escalateClaim(ctx, args.params.claim ?? '', readerOf(args), input);
    return redirectWithToast(args, claimPage(args), 'claims.buyer.escalateDone');
  });
}

/** Why a rejected claim should be paid, for the platform to decide. */
export default function EscalationPage() {
  const t = useT();
  const language = useLanguage();
  const { claim, back } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { canEscalate, escalateUntil, moves, state } = claim;
  const words = moves.findLast(({ to }) => to === 'rejected')?.words ?? '';
  return (
    <div className="page page-narrow stack">
      <p className="quiet small">{t('claims.page.heading', { number: claim.number })}</p>
      <h1>{t('claims.buyer.escalate')}</h1>
      {canEscalate && escalateUntil ? (
        <p>{t('claims.buyer.escalateLead', { words, time: formatMoment(escalateUntil, language) })}</p>
      ) : null}
      {canEscalate || sent ? (
        <WordsForm label={t('claims.buyer.escalateWords')} submit={t('claims.buyer.escalateSubmit')} sent={sent} />
      ) : (
        <p>{t('claims.decide.closed', { state: t(`claims.states.${state}`) })}</p>
      )}
      <p className="more">
        <a className="link" href={back}>
          {t('claims.page.backToClaim')}
        </a>
      </p>
    </div>
  );
}
