import { QuantityStepper } from '#app/components/shop/quantity-stepper.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { PackView, ProductView } from '#server/channels/ecommerce/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';

/** The form whose fields stand in two places: the packs in the page, number and button under the thumb. */
export const BUY_FORM = 'buy';
const COUNT_MAX = 999;

/** Stays in reach while the page scrolls. With nothing left it says so, and where to look instead. */
export function BuyBar({ packs, family }: { packs: PackView[]; family: ProductView['family'] }) {
  const t = useT();
  const text = useText();
  if (packs.every(({ stock }) => stock.state === 'none')) {
    return (
      <div className="buy-bar">
        <p>
          <b>{t('storefront.product.goneTitle')}</b> <span className="quiet">{t('storefront.product.goneDetail')}</span>
        </p>
        <a className="btn btn-second" href={`/products?family=${family.code}`}>
          {t('storefront.product.goneAction', { family: text(family.name) })}
        </a>
      </div>
    );
  }
  return (
    <div className="buy-bar">
      <QuantityStepper name="count" label={t('storefront.product.count')} max={COUNT_MAX} form={BUY_FORM} />
      <button type="submit" className="btn btn-large" form={BUY_FORM}>
        {t('storefront.product.add')}
        <span className="of-packs">
          {packs.map(({ code, price }) => (
            <span key={code} className="of-pack">
              {formatYuan(price)}
            </span>
          ))}
        </span>
      </button>
    </div>
  );
}
