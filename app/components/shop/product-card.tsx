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
  parts: DaohuParts;
  picture: PictureOf;
  /** Only when stock is scarce: `仅剩 6 罐`. */
  scarce?: string | null;
  eager?: boolean;
};

/** A product on the shelf; the whole card is one link. */
export function ProductCard({ href, name, place, pack, price, parts, picture, scarce, eager }: ProductCardProps) {
  return (
    <a className="card" href={href}>
      <Picture of={picture} alt="" eager={eager ?? false} />
      <b>{name}</b>
      <span>{place}</span>
      <strong>
        {formatYuan(price)} <small>{pack}</small>
      </strong>
      <DaohuLine parts={parts} />
      {scarce ? <em>{scarce}</em> : null}
    </a>
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
