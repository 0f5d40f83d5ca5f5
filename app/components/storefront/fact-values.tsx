import { formatWeight, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { PackView, PlaceView, ProductView } from '#server/channels/ecommerce/contract.ts';

const VILLAGE_CODE_LENGTH = 12;
const COUNTY_CODE_LENGTH = 6;

/** Places from the large to the small, each a link where it has a page. */
export function Places({ places }: { places: PlaceView[] }) {
  return (
    <span className="places">
      {places.map((place) => (
        <Place key={place.code} place={place} />
      ))}
    </span>
  );
}

function Place({ place: { code, name } }: { place: PlaceView }) {
  const text = useText();
  if (code.length === COUNTY_CODE_LENGTH) return <a href={`/counties/${code}`}>{text(name)}</a>;
  if (code.length === VILLAGE_CODE_LENGTH) return <a href={`/villages/${code}`}>{text(name)}</a>;
  return <span>{text(name)}</span>;
}

/** What is in each pack, by weight or by the piece. */
export function Contents({ packs }: { packs: PackView[] }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  return (
    <ul>
      {packs.map(({ code, contents }) => (
        <li key={code}>
          {contents
            .map(({ produce, quantity, baseUnit }) =>
              baseUnit === 'gram'
                ? t('storefront.product.quantity.gram', {
                    produce: text(produce),
                    weight: formatWeight(quantity, language),
                  })
                : t('storefront.product.quantity.piece', { produce: text(produce), count: quantity }),
            )
            .join(' + ')}
        </li>
      ))}
    </ul>
  );
}

export function Certificate({ number }: { number: string | null }) {
  const t = useT();
  return number ? <span>{number}</span> : <span className="quiet">{t('storefront.product.certificateMissing')}</span>;
}

/** Who sells it: name, code, what it says of itself, and that it is a sample where it is one. */
export function Seller({ seller: { name, intro, creditCode, sample } }: { seller: ProductView['seller'] }) {
  const t = useT();
  const text = useText();
  return (
    <>
      <b>{text(name)}</b> {sample ? <span className="sample">{t('storefront.product.sample')}</span> : null}
      {creditCode ? <p className="quiet small">{t('storefront.product.creditCode', { code: creditCode })}</p> : null}
      {intro ? <p className="quiet small">{text(intro)}</p> : null}
    </>
  );
}
