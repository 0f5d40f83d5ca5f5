import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ClaimFacts } from '#app/components/claims/claim-facts.tsx';
import { ClaimHeading } from '#app/components/claims/claim-heading.tsx';
import { ClaimHistory } from '#app/components/claims/claim-history.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { getClaimAsPlatform } from '#server/after-sales/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'claims.page.title');

export async function loader(args: LoaderFunctionArgs) {
  return { claim: await withCtx(args, (ctx) => getClaimAsPlatform(ctx, args.params.claim ?? '')) };
}

/** An escalated claim, with all that both sides said and showed. */
export default function EscalatedClaimPage() {
  const t = useT();
  const { claim } = useLoaderData<typeof loader>();
  const page = `/admin/claims/${claim.number}`;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t('claims.admin.title'), href: '/admin/claims' }, { label: claim.number }]} />
      <ClaimHeading claim={claim} />
      {claim.state === 'escalated' ? (
        <div className="row">
          <a className="btn" href={`${page}/approval`}>
            {t('claims.decide.approve')}
          </a>
          <a className="btn btn-second" href={`${page}/rejection`}>
            {t('claims.decide.uphold')}
          </a>
        </div>
      ) : null}
      <div className="desk">
        <section className="stack">
          <ClaimFacts claim={claim} parcel={claim.parcelNumber} />
        </section>
        <aside>
          <ClaimHistory claim={claim} />
        </aside>
      </div>
    </>
  );
}
