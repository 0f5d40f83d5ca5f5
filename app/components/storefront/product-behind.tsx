import type { CSSProperties } from 'react';
import { MaskedName } from '#app/components/shop/masked-name.tsx';
import { formatDay, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { HouseholdShareView, ProductView } from '#server/channels/ecommerce/contract.ts';

const HOUSEHOLDS_SHOWN = 6;

/** Whose goods these are: the lots sold next, and in each the households with their part. */
export function ProductBehind({ product: { shares, householdCount } }: { product: ProductView }) {
  const t = useT();
  const lots = Map.groupBy(shares, ({ lotCode }) => lotCode);
  return (
    <section className="section">
      <div className="section-title">
        <h2>{t('storefront.product.households')}</h2>
        {householdCount > 0 ? (
          <span className="quiet">{t('storefront.product.householdCount', { count: householdCount })}</span>
        ) : null}
      </div>
      <p className="quiet">
        {lots.size > 0 ? t('storefront.product.householdsLead') : t('storefront.product.householdsNone')}
      </p>
      <div className="lots">
        {[...lots].map(([code, of]) => (
          <Lot key={code} code={code} shares={of} />
        ))}
      </div>
    </section>
  );
}

function Lot({ code, shares }: { code: string; shares: HouseholdShareView[] }) {
  const t = useT();
  const language = useLanguage();
  const [first] = shares;
  const rest = shares.length - HOUSEHOLDS_SHOWN;
  if (!first) return null;
  return (
    <section className="lot">
      <h3>
        {t('storefront.product.harvested', { day: formatDay(first.harvestedOn, language) })}
        <a className="link" href={`/trace/${code}`}>
          {t('storefront.product.lot', { code })}
        </a>
      </h3>
      <ul>
        {shares.slice(0, HOUSEHOLDS_SHOWN).map((share) => (
          <Share key={share.household.code} share={share} />
        ))}
      </ul>
      {rest > 0 ? (
        <a className="link" href={`/trace/${code}`}>
          {t('storefront.product.moreHouseholds', { count: rest })}
        </a>
      ) : null}
    </section>
  );
}

function Share({ share: { household, village, part } }: { share: HouseholdShareView }) {
  const t = useT();
  const text = useText();
  const percent = Math.round(part * 100);
  return (
    <li>
      <a href={`/households/${household.code}`}>
        <MaskedName name={household.maskedName} />
        <span>{text(village.name)}</span>
        <span className="part" role="img" aria-label={t('storefront.product.partOf', { percent })}>
          <span style={{ '--part': part } as CSSProperties} />
          {t('storefront.product.part', { percent })}
        </span>
      </a>
    </li>
  );
}
