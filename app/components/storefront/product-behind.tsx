import type { CSSProperties } from 'react';
import { harvestVerb } from '#app/components/provenance/wording.ts';
import { MaskedName } from '#app/components/shop/masked-name.tsx';
import { formatDay, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { HouseholdShareView, ProductView } from '#server/channels/ecommerce/contract.ts';

const HOUSEHOLDS_SHOWN = 6;
const LOTS_SHOWN = 3;

/** Whose goods these are: the lots sold next, and in each the households with their part. */
export function ProductBehind({ product: { shares, householdCount, family } }: { product: ProductView }) {
  const t = useT();
  const lots = [...Map.groupBy(shares, ({ lotCode }) => lotCode)];
  const later = lots.slice(LOTS_SHOWN);
  return (
    <section className="section">
      <div className="section-title">
        <h2>{t('storefront.product.households')}</h2>
        {householdCount > 0 ? (
          <span className="quiet">{t('storefront.product.householdCount', { count: householdCount })}</span>
        ) : null}
      </div>
      <p className="quiet">
        {lots.length > 0 ? t('storefront.product.householdsLead') : t('storefront.product.householdsNone')}
      </p>
      <Lots lots={lots.slice(0, LOTS_SHOWN)} family={family.code} />
      {later.length > 0 ? (
        <details className="later">
          <summary className="link">{t('storefront.product.moreLots', { count: later.length })}</summary>
          <Lots lots={later} family={family.code} />
        </details>
      ) : null}
    </section>
  );
}

function Lots({ lots, family }: { lots: [code: string, shares: HouseholdShareView[]][]; family: string }) {
  return (
    <div className="batches">
      {lots.map(([code, shares]) => (
        <Lot key={code} code={code} shares={shares} family={family} />
      ))}
    </div>
  );
}

function Lot({ code, shares, family }: { code: string; shares: HouseholdShareView[]; family: string }) {
  const t = useT();
  const language = useLanguage();
  const [first] = shares;
  const rest = shares.length - HOUSEHOLDS_SHOWN;
  if (!first) return null;
  return (
    <section className="batch">
      <h3>
        {t('storefront.product.harvested', {
          verb: harvestVerb(t, family),
          day: formatDay(first.harvestedOn, language),
        })}
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
