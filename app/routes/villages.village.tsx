import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { PlaceCrumbs } from '#app/components/provenance/place-crumbs.tsx';
import { PlaceMap } from '#app/components/provenance/place-map.tsx';
import { headersOfLoader, tagged } from '#app/components/provenance/tagged.ts';
import { VillageFamilies } from '#app/components/provenance/village-families.tsx';
import { publicMeta } from '#app/components/storefront/page-meta.ts';
import { ProductShelf } from '#app/components/storefront/product-shelf.tsx';
import { formatCount, useT, useText } from '#app/i18n/index.tsx';
import { withCtx } from '#app/request.server.ts';
import { getVillage } from '#server/channels/ecommerce/index.ts';

export const headers = headersOfLoader;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  publicMeta(matches, ({ t, text }) => {
    if (!data) return { title: t('shell.home'), description: t('errors.places.village-unknown'), hidden: true };
    const places = { village: text(data.name), county: text(data.county.name) };
    return {
      title: t('shell.title', { page: t('provenance.village.title', places) }),
      description: t('provenance.village.description', { ...places, households: data.households.length }),
    };
  });

export async function loader(args: LoaderFunctionArgs) {
  const found = await withCtx(args, (ctx) => getVillage(ctx, (args.params.code ?? '').trim()));
  // In a village of one household its sum would be that household's: only orders are counted here.
  const { householdFenEver: _, ...village } = found;
  return tagged(village, ['figures', 'products'], village.products);
}

/** A village: who lives there and sells, and what. */
export default function VillagePage() {
  const t = useT();
  const text = useText();
  const village = useLoaderData<typeof loader>();
  const produces = new Set(village.households.flatMap((household) => household.produces.map((name) => name['zh-CN'])));
  return (
    <div className="page">
      <PlaceCrumbs county={village.county} township={village.township} here={text(village.name)} />
      <div className="origin">
        <div>
          <header className="origin-head">
            <p className="quiet">
              {text(village.county.name)} · {text(village.township.name)}
            </p>
            <h1 className="origin-name">{text(village.name)}</h1>
            {village.intro ? <p className="origin-intro">{text(village.intro)}</p> : null}
          </header>
          <div className="figures figures-two">
            <FigureCard
              name={t('provenance.village.households')}
              value={t('provenance.village.householdsValue', { count: village.households.length })}
            />
            <FigureCard
              name={t('provenance.village.produces')}
              value={t('provenance.village.producesValue', { count: produces.size })}
            />
            <FigureCard
              name={t('provenance.village.reached')}
              value={t('provenance.village.reachedValue', { count: formatCount(village.ordersReached) })}
            />
          </div>
          <section className="section">
            <h2 className="section-title">{t('provenance.village.families')}</h2>
            <p className="quiet prose">{t('provenance.village.familiesLead')}</p>
            <VillageFamilies households={village.households} />
          </section>
        </div>
        <aside className="origin-aside">
          <PlaceMap title={t('provenance.village.where')} current={village.county.code} />
        </aside>
      </div>
      <section className="section">
        <h2 className="section-title">{t('provenance.village.products')}</h2>
        {village.products.length > 0 ? (
          <ProductShelf products={village.products} />
        ) : (
          <p className="quiet">{t('provenance.village.productsNone')}</p>
        )}
      </section>
    </div>
  );
}
