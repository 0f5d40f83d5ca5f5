import { Shelf } from '#app/components/shop/product-card.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { ProductCard } from '#server/channels/ecommerce/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';

/** How many pictures stand in the first screen and are fetched at once. */
const EAGER_PICTURES = 4;

/** Products as the queries give them, on a shelf, in the reader's words. */
export function ProductShelf({ products, eager = false }: { products: ProductCard[]; eager?: boolean }) {
  const t = useT();
  const text = useText();
  const cards = products.map((product, index) => {
    const { slug, county, village, pack, pricePerJin, stock } = product;
    const perJin = pricePerJin === null ? null : t('components.money.perJin', { price: formatYuan(pricePerJin) });
    return {
      id: slug,
      href: `/products/${slug}`,
      name: text(product.name),
      place: village
        ? t('storefront.place', { county: text(county.name), village: text(village.name) })
        : text(county.name),
      pack: perJin ? t('storefront.pack', { pack: text(pack.name), perJin }) : text(pack.name),
      price: pack.price,
      household: product.household,
      picture: { family: product.family, seed: slug },
      scarce: stock.state === 'scarce' ? t('storefront.scarce', { packs: stock.packs }) : null,
      gone: stock.state === 'none' ? t('storefront.soldOut') : null,
      eager: eager && index < EAGER_PICTURES,
    };
  });
  return <Shelf products={cards} />;
}
