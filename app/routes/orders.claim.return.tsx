import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { claimPage } from '#app/claim-page.server.ts';
import { SendBackForm } from '#app/components/claims/send-back-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import { readerOf } from '#app/order-page.server.ts';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { SendBack } from '#server/after-sales/contract.ts';
import { getClaimAsBuyer, sendBack } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.buyer.sendBack');

export async function loader(args: LoaderFunctionArgs) {
  const claim = await withCtx(args, (ctx) => getClaimAsBuyer(ctx, args.params.claim ?? '', readerOf(args)));
  return { claim, back: claimPage(args) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, SendBack, async (ctx, input) => {
    await sendBack(ctx, args.params.claim ?? '', readerOf(args), input);
    return redirectWithToast(args, claimPage(args), 'claims.buyer.sendBackDone');
  });
}

/** By whom the goods of a return travel back. */
export default function ReturnPage() {
  const t = useT();
  const { claim, back } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="page page-narrow stack">
      <p className="quiet small">{t('claims.page.heading', { number: claim.number })}</p>
      <h1>{t('claims.buyer.sendBack')}</h1>
      {claim.state === 'awaiting-return' || sent ? (
        <>
          <p className="quiet">{t('claims.buyer.sendBackLead')}</p>
          <SendBackForm sent={sent} />
        </>
      ) : (
        <p>{t('claims.decide.closed', { state: t(`claims.states.${claim.state}`) })}</p>
      )}
      <p className="more">
        <a className="link" href={back}>
          {t('claims.page.backToClaim')}
        </a>
      </p>
    </div>
  );
}
