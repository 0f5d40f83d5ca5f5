import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ClaimFacts } from '#app/components/claims/claim-facts.tsx';
import { ClaimHeading } from '#app/components/claims/claim-heading.tsx';
import { ClaimHistory } from '#app/components/claims/claim-history.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { getClaimAsSeller } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.page.title');

export async function loader(args: LoaderFunctionArgs) {
  return { claim: await withCtx(args, (ctx) => getClaimAsSeller(ctx, args.params.claim ?? '')) };
}

/** A claim for its seller: what is asked and shown, and the ways to answer. */
export default function SellerClaimPage() {
  const t = useT();
  const { claim } = useLoaderData<typeof loader>();
  const page = `/coop/claims/${claim.number}`;
  const waits = claim.state === 'applied';
  const goods = claim.state === 'awaiting-return' || claim.state === 'sent-back';
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('claims.desk.title'), href: '/coop/claims' }, { label: claim.number }]} />
      <ClaimHeading claim={claim} />
      {waits || goods ? (
        <div className="row">
          {goods ? (
            <a className="btn" href={`${page}/receipt`}>
              {t('claims.decide.receive')}
            </a>
          ) : (
            <>
              <a className="btn" href={`${page}/approval`}>
                {t('claims.decide.approve')}
              </a>
              <a className="btn btn-second" href={`${page}/evidence`}>
                {t('claims.decide.ask')}
              </a>
              <a className="btn btn-second" href={`${page}/rejection`}>
                {t('claims.decide.reject')}
              </a>
            </>
          )}
        </div>
      ) : null}
      <div className="desk">
        <section className="stack">
          <ClaimFacts claim={claim} parcel={<a href={`/coop/parcels/${claim.parcelNumber}`}>{claim.parcelNumber}</a>} />
        </section>
        <aside>
          <ClaimHistory claim={claim} />
        </aside>
      </div>
    </>
  );
}
