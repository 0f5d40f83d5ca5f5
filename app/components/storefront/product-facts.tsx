import { ages } from '#app/components/provenance/wording.ts';
import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { ProductView } from '#server/channels/ecommerce/contract.ts';
import { Certificate, Contents, Places, Seller } from './fact-values.tsx';
import { SeasonMonths } from './season-months.tsx';

/** What the label says, who sells it and how it is settled. */
export function ProductFacts({ product }: { product: ProductView }) {
  const t = useT();
  const text = useText();
  const { county, origin, mode } = product;
  const places = origin && origin.code !== county.code ? [county, origin] : [county];
  return (
    <section className="section">
      <div className="section-title">
        <h2>{t('storefront.product.facts')}</h2>
      </div>
      <div className="facts">
        <DefinitionTable
          rows={[
            { term: t('storefront.product.origin'), value: <Places places={places} /> },
            { term: t('storefront.product.indication'), value: product.geographicalIndication },
            { term: t('storefront.product.contents'), value: <Contents packs={product.packs} /> },
            {
              term: t('storefront.product.shelfLife'),
              value: ages(product.shelfDays) ? t('storefront.product.shelfDays', { days: product.shelfDays }) : null,
            },
            { term: t('storefront.product.storage'), value: text(product.storage) },
            {
              term: t('storefront.product.certificate'),
              value: product.certificateNeeded ? <Certificate number={product.certificateNumber} /> : null,
            },
          ]}
        />
        <div>
          <DefinitionTable
            rows={[
              { term: t('storefront.product.seller'), value: <Seller seller={product.seller} /> },
              { term: t('storefront.product.mode'), value: mode ? t(`storefront.product.modes.${mode}`) : null },
            ]}
          />
          <SeasonMonths months={product.seasonMonths} />
        </div>
      </div>
    </section>
  );
}
