import { useT } from '#app/i18n/index.tsx';
import type { ParcelClaimsView } from '#server/after-sales/contract.ts';
import { ClaimPill } from './claim-pill.tsx';

type ParcelClaimsProps = { orderNumber: string; of: ParcelClaimsView | undefined; search: string };

/** Under a parcel of an order: the claims about it, and the way to a new one while there is time. */
export function ParcelClaims({ orderNumber, of, search }: ParcelClaimsProps) {
  const t = useT();
  if (!of || (of.claims.length === 0 && !of.canClaim)) return null;
  return (
    <div className="row parcel-claims">
      {of.claims.map(({ number, state }) => (
        <span key={number}>
          <a className="link" href={`/orders/${orderNumber}/claims/${number}${search}`}>
            {t('claims.order.claim', { number })}
          </a>{' '}
          <ClaimPill state={state} />
        </span>
      ))}
      {of.canClaim ? (
        <a className="btn btn-second" href={`/orders/${orderNumber}/parcels/${of.parcelNumber}/claim${search}`}>
          {t('claims.order.start')}
          <span className="visually-hidden"> {t('claims.order.of', { parcel: of.parcelNumber })}</span>
        </a>
      ) : null}
    </div>
  );
}
