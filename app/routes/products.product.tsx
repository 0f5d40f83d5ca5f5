import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { Picture } from '#app/components/shop/picture.tsx';
import { BuyBar } from '#app/components/storefront/buy-bar.tsx';
import { tagsOfProducts } from '#app/components/storefront/cache-tags.ts';
import { PackChoice } from '#app/components/storefront/pack-choice.tsx';
import { publicMeta } from '#app/components/storefront/page-meta.ts';
import { ProductBehind } from '#app/components/storefront/product-behind.tsx';
import { ProductFacts } from '#app/components/storefront/product-facts.tsx';
import { ProductHead } from '#app/components/storefront/product-head.tsx';
import { ProductRecord } from '#app/components/storefront/product-record.tsx';
import { ProductShelf } from '#app/components/storefront/product-shelf.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import { withCtx } from '#app/request.server.ts';
import { getProduct } from '#server/channels/ecommerce/index.ts';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  publicMeta(matches, ({ t, text }) => ({
    title: t('shell.title', { page: loaded ? text(loaded.product.name) : t('storefront.product.missing') }),
    description: loaded ? text(loaded.product.description) : t('storefront.list.description'),
  }));

export async function loader(args: LoaderFunctionArgs) {
  const product = await withCtx(args, (ctx) => getProduct(ctx, args.params.slug ?? ''));
  const asked = new URL(args.request.url).searchParams.get('pack');
  const site = new URL(args.context.env.PUBLIC_URL ?? args.request.url).origin;
  const tags = tagsOfProducts([product], product.alsoFromHere);
  return data({ product, asked, site }, { headers: { 'x-cache-tags': tags } });
}

export default function ProductPage() {
  const t = useT();
  const text = useText();
  const { product, asked, site } = useLoaderData<typeof loader>();
  const { name, county, family, slug, packs, alsoFromHere } = product;
  const inStock = packs.filter(({ stock }) => stock.state !== 'none');
  const chosen = inStock.find(({ code }) => code === asked) ?? inStock[0];
  return (
    <article className="page product">
      <Breadcrumbs
        crumbs={[
          { label: t('storefront.list.title'), href: '/products' },
          { label: text(county.name), href: `/counties/${county.code}` },
          { label: text(family.name), href: `/products?county=${county.code}&family=${family.code}` },
          { label: text(name) },
        ]}
      />
      <div className="product-first">
        <Picture of={{ family: family.code, seed: slug }} alt={text(name)} size={640} eager />
        <div className="product-choice">
          <ProductHead product={product} />
          <PackChoice packs={packs} chosen={chosen?.code ?? null} />
        </div>
      </div>
      <ProductBehind product={product} />
      <ProductFacts product={product} />
      {alsoFromHere.length > 0 ? (
        <section className="section">
          <div className="section-title">
            <h2>{t('storefront.product.alsoFromHere')}</h2>
            <a className="link" href={`/products?county=${county.code}`}>
              {t('storefront.product.moreFromCounty', { county: text(county.name) })}
            </a>
          </div>
          <ProductShelf products={alsoFromHere} />
        </section>
      ) : null}
      <BuyBar packs={packs} family={family} />
      <ProductRecord product={product} site={site} />
    </article>
  );
}
