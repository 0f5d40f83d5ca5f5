import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { tagsOfProducts } from '#app/components/storefront/cache-tags.ts';
import { CountyMap } from '#app/components/storefront/county-map.tsx';
import { HomeFirst } from '#app/components/storefront/home-first.tsx';
import { monthKey, monthOf } from '#app/components/storefront/months.ts';
import { publicMeta } from '#app/components/storefront/page-meta.ts';
import { ProductShelf } from '#app/components/storefront/product-shelf.tsx';
import { useT } from '#app/i18n/index.tsx';
import { withCtx } from '#app/request.server.ts';
import { getHome } from '#server/channels/ecommerce/index.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  publicMeta(matches, ({ t }) => ({ title: t('shell.home'), description: t('storefront.home.description') }));

export async function loader(args: LoaderFunctionArgs) {
  const home = await withCtx(args, getHome);
  const today = businessDayOf(args.context.now());
  const tags = `${tagsOfProducts(home.inSeason, home.fresh)} figures`;
  return data({ ...home, today }, { headers: { 'x-cache-tags': tags } });
}

export default function HomePage() {
  const t = useT();
  const home = useLoaderData<typeof loader>();
  const month = t(monthKey(monthOf(home.today)));
  return (
    <div className="page">
      <HomeFirst home={home} month={month} />
      <section className="section">
        <div className="section-title">
          <h2>{t('storefront.home.seasonShelf')}</h2>
          <a className="link" href="/products?season=now">
            {t('storefront.home.allInSeason')}
          </a>
        </div>
        <ProductShelf products={home.inSeason} />
      </section>
      <CountyMap counties={home.counties} />
      {home.fresh.length > 0 ? (
        <section className="section">
          <div className="section-title">
            <h2>{t('storefront.home.fresh')}</h2>
            <a className="link" href="/products">
              {t('storefront.home.allProducts')}
            </a>
          </div>
          <ProductShelf products={home.fresh} />
        </section>
      ) : null}
    </div>
  );
}
