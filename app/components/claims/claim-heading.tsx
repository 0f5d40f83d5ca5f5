import { useT } from '#app/i18n/index.tsx';
import type { ClaimView } from '#server/after-sales/contract.ts';
import { ClaimPill } from './claim-pill.tsx';

/** Which claim a page is about and how it stands; its number stays on one line. */
export function ClaimHeading({ claim }: { claim: Pick<ClaimView, 'number' | 'state'> }) {
  const t = useT();
  return (
    <div className="row row-between claim-heading">
      <h1>
        {t('claims.page.title')} <span className="nowrap">{claim.number}</span>
      </h1>
      <ClaimPill state={claim.state} />
    </div>
  );
}
