import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { CountyVillages } from '#app/components/provenance/county-villages.tsx';
import { FamilyFilters } from '#app/components/provenance/family-filters.tsx';
import { PlaceCrumbs } from '#app/components/provenance/place-crumbs.tsx';
import { PlaceMap } from '#app/components/provenance/place-map.tsx';
import { headersOfLoader, tagged } from '#app/components/provenance/tagged.ts';
import { publicMeta } from '#app/components/storefront/page-meta.ts';
import { ProductShelf } from '#app/components/storefront/product-shelf.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import { withCtx } from '#app/request.server.ts';
import { getCounty } from '#server/channels/ecommerce/index.ts';

export const headers = headersOfLoader;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  publicMeta(matches, ({ t, text }) => {
    if (!data) return { title: t('shell.home'), description: t('errors.places.county-unknown'), hidden: true };
    const county = text(data.name);
    return {
      title: t('shell.title', { page: county }),
      description: t('provenance.county.description', { county }),
    };
  });

export async function loader(args: LoaderFunctionArgs) {
  const county = await withCtx(args, (ctx) => getCounty(ctx, (args.params.code ?? '').trim()));
  return tagged(county, ['products'], county.products);
}

/** A county: what grows there, in which villages, and its shelf. */
export default function CountyPage() {
  const t = useT();
  const text = useText();
  const county = useLoaderData<typeof loader>();
  const name = text(county.name);
  const households = county.villages.reduce((sum, village) => sum + village.households, 0);
  return (
    <div className="page">
      <PlaceCrumbs here={name} />
      <div className="origin">
        <div>
          <header className="origin-head">
            <p className="quiet">{t('provenance.county.lead')}</p>
            <h1 className="origin-name">{name}</h1>
          </header>
          <div className="figures figures-two">
            <FigureCard name={t('provenance.county.townships')} value={county.townships} />
            <FigureCard name={t('provenance.county.villages')} value={county.villages.length} />
            <FigureCard name={t('provenance.county.households')} value={households} />
            <FigureCard name={t('provenance.county.onSale')} value={county.productTotal} />
          </div>
          {county.families.length > 0 ? (
            <section className="section">
              <h2 className="section-title">{t('provenance.county.families')}</h2>
              <FamilyFilters county={county.code} families={county.families} />
            </section>
          ) : null}
        </div>
        <aside className="origin-aside">
          <PlaceMap title={t('provenance.county.map')} current={county.code} />
        </aside>
      </div>
      <section className="section">
        <h2 className="section-title">
          <span>{t('provenance.county.products', { county: name })}</span>
          {county.productTotal > county.products.length ? (
            <a className="link small title-note" href={`/products?county=${county.code}`}>
              {t('provenance.county.all', { count: county.productTotal })}
            </a>
          ) : null}
        </h2>
        {county.products.length > 0 ? (
          <ProductShelf products={county.products} />
        ) : (
          <p className="quiet">{t('provenance.county.productsNone')}</p>
        )}
      </section>
      {county.villages.length > 0 ? (
        <section className="section">
          <h2 className="section-title">{t('provenance.county.villagesOf')}</h2>
          <CountyVillages villages={county.villages} />
        </section>
      ) : null}
    </div>
  );
}
