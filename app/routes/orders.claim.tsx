import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BuyerSteps } from '#app/components/claims/buyer-steps.tsx';
import { ClaimFacts } from '#app/components/claims/claim-facts.tsx';
import { ClaimHeading } from '#app/components/claims/claim-heading.tsx';
import { ClaimHistory } from '#app/components/claims/claim-history.tsx';
import { useT } from '#app/i18n/index.tsx';
import { orderPage, readerOf } from '#app/order-page.server.ts';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { getClaimAsBuyer } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.page.title');

export async function loader(args: LoaderFunctionArgs) {
  const claim = await withCtx(args, (ctx) => getClaimAsBuyer(ctx, args.params.claim ?? '', readerOf(args)));
  return { claim, back: orderPage(args), search: new URL(args.request.url).search };
}

/** A claim for its buyer: how it stands, what he can do, and all that happened. */
export default function OwnClaimPage() {
  const t = useT();
  const { claim, back, search } = useLoaderData<typeof loader>();
  return (
    <div className="page page-narrow stack">
      <ClaimHeading claim={claim} />
      <BuyerSteps claim={claim} search={search} />
      <ClaimFacts claim={claim} parcel={claim.parcelNumber} />
      <ClaimHistory claim={claim} search={search} />
      <p className="more">
        <a className="link" href={back}>
          {t('claims.page.backToOrder')}
        </a>
      </p>
    </div>
  );
}
