import { drawingHref } from '#app/components/drawings/families.ts';
import { useText } from '#app/i18n/index.tsx';
import type { ProductView } from '#server/channels/ecommerce/contract.ts';
import { yuanTyped } from './product-filter.ts';

/** The product as search engines read it. A script of this type is never run, so the page's policy lets it stand. */
export function ProductRecord({ product, site }: { product: ProductView; site: string }) {
  const text = useText();
  const { name, description, slug, family, packs, seller } = product;
  const record = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: text(name),
    description: text(description),
    category: text(family.name),
    image: `${site}${drawingHref(family.code, slug)}`,
    url: `${site}/products/${slug}`,
    offers: packs.map(({ code, price, stock }) => ({
      '@type': 'Offer',
      sku: code,
      price: yuanTyped(price),
      priceCurrency: 'CNY',
      availability: stock.state === 'none' ? 'https://schema.org/OutOfStock' : 'https://schema.org/InStock',
      seller: { '@type': 'Organization', name: text(seller.name) },
    })),
  };
  const json = JSON.stringify(record).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in a script cannot be escaped otherwise; it holds no `<`.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
