import type { CSSProperties } from 'react';
import { useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import { DaohuLine } from '../money/daohu-bar.tsx';
import type { DaohuParts } from '../money/daohu-parts.ts';
import { Picture, type PictureOf } from './picture.tsx';

export type ProductCardProps = {
  href: string;
  name: string;
  /** County and village, ready to read: `顺昌县 · 富石村`. */
  place: string;
  /** Pack and price per jin, ready to read: `500 g · ¥39.90/斤`. */
  pack: string;
  price: number;
  /** The whole price, where all of it is known; else what the household gets of it, null while nobody can say. */
  parts?: DaohuParts;
  household?: number | null;
  picture: PictureOf;
  /** Only when stock is scarce: `仅剩 6 罐`. */
  scarce?: string | null;
  /** Said instead when nothing is left; the card steps back. */
  gone?: string | null;
  eager?: boolean;
};

/** A product on the shelf; the whole card is one link. */
export function ProductCard(props: ProductCardProps) {
  const { href, name, place, pack, price, parts, household, picture, scarce, gone, eager } = props;
  return (
    <a className={gone ? 'card card-gone' : 'card'} href={href}>
      <Picture of={picture} alt="" eager={eager ?? false} />
      <b>{name}</b>
      <span>{place}</span>
      <strong>
        {formatYuan(price)} <small>{pack}</small>
      </strong>
      {parts ? <DaohuLine parts={parts} /> : null}
      {typeof household === 'number' ? <HouseholdLine household={household} price={price} /> : null}
      {gone || scarce ? <em>{gone ?? scarce}</em> : null}
    </a>
  );
}

/** The thin bar with one stop: what the household gets, and the rest of the price. */
function HouseholdLine({ household, price }: { household: number; price: number }) {
  const t = useT();
  const stop = `${Math.round((household / Math.max(1, price)) * 1000) / 10}%`;
  return (
    <span className="daohu-line" style={{ '--a': stop, '--b': stop, '--c': stop, '--d': stop } as CSSProperties}>
      {t('components.daohu.title', { amount: formatYuan(household) })}
    </span>
  );
}

/** A shelf of cards: two abreast on a phone, four on a desk. */
export function Shelf({ products }: { products: (ProductCardProps & { id: string })[] }) {
  return (
    <ul className="shelf">
      {products.map(({ id, ...product }) => (
        <li key={id}>
          <ProductCard {...product} />
        </li>
      ))}
    </ul>
  );
}
