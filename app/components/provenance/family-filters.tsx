import { Picture } from '#app/components/shop/picture.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { FacetValue } from '#server/channels/ecommerce/contract.ts';

/** The kinds of goods of a county with how many there are, each leading to that part of the shelf. */
export function FamilyFilters({ county, families }: { county: string; families: FacetValue[] }) {
  const t = useT();
  const text = useText();
  return (
    <ul className="produce-row">
      {families.map(({ value, name, count }) => (
        <li key={value}>
          <a href={`/products?county=${county}&family=${value}`}>
            <Picture of={{ family: value, seed: county }} alt="" size={160} />
            <b>{text(name)}</b>
            <span className="quiet small">{t('provenance.county.familyCount', { count })}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
