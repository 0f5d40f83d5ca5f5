import { useT, useText } from '#app/i18n/index.tsx';
import type { ProductView } from '#server/channels/ecommerce/contract.ts';
import { Icon } from '../shell/icon.tsx';

/** The name, where it comes from, and what is said of it. */
export function ProductHead({ product }: { product: ProductView }) {
  const t = useT();
  const text = useText();
  const { name, county, origin, inSeason, geographicalIndication, description, perishable } = product;
  return (
    <header className="product-head">
      <h1>{text(name)}</h1>
      <p className="product-place">
        <Icon name="place" />
        <a href={`/counties/${county.code}`}>{text(county.name)}</a>
        {origin && origin.code !== county.code ? <span>{text(origin.name)}</span> : null}
        {inSeason ? <b>{t('storefront.product.seasonNow')}</b> : null}
        {geographicalIndication ? <b>{t('storefront.product.indication')}</b> : null}
      </p>
      <p className="prose">{text(description)}</p>
      {perishable ? <p className="product-note">{t('storefront.product.perishable')}</p> : null}
    </header>
  );
}
