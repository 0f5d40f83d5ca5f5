import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HouseholdLots } from '#app/components/provenance/household-lots.tsx';
import { PlaceCrumbs } from '#app/components/provenance/place-crumbs.tsx';
import { PlaceMap } from '#app/components/provenance/place-map.tsx';
import { ProduceRow } from '#app/components/provenance/produce-row.tsx';
import { SampleMark } from '#app/components/provenance/sample-mark.tsx';
import { headersOfLoader, tagged } from '#app/components/provenance/tagged.ts';
import { MaskedName } from '#app/components/shop/masked-name.tsx';
import { publicMeta } from '#app/components/storefront/page-meta.ts';
import { ProductShelf } from '#app/components/storefront/product-shelf.tsx';
import { formatCount, useT, useText } from '#app/i18n/index.tsx';
import { withCtx } from '#app/request.server.ts';
import { getHousehold } from '#server/channels/ecommerce/index.ts';

export const headers = headersOfLoader;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  publicMeta(matches, ({ t, text }) => {
    if (!data) return { title: t('shell.home'), description: t('errors.households.unknown'), hidden: true };
    const places = { village: text(data.village.name), county: text(data.county.name) };
    const page = t('provenance.household.title', { name: data.maskedName, ...places });
    // A family asked to be shown here, not to be found by anybody who searches for a name.
    return {
      title: t('shell.title', { page }),
      description: t('provenance.household.description', places),
      hidden: true,
    };
  });

export async function loader(args: LoaderFunctionArgs) {
  const household = await withCtx(args, (ctx) => getHousehold(ctx, (args.params.code ?? '').trim().toUpperCase()));
  return tagged(household, [`household:${household.code}`], household.products);
}

/** A household as the public may know it: what they make, never what they have. */
export default function HouseholdPage() {
  const t = useT();
  const text = useText();
  const household = useLoaderData<typeof loader>();
  const { county, township, village } = household;
  return (
    <div className="page">
      <PlaceCrumbs county={county} township={township} village={village} here={household.maskedName} />
      <div className="origin">
        <div>
          <header className="origin-head">
            <h1 className="origin-name">
              <MaskedName name={household.maskedName} />
            </h1>
            <p className="row">
              <span>
                {text(county.name)} · {text(township.name)} ·{' '}
                <a href={`/villages/${village.code}`}>{text(village.name)}</a>
              </span>
              {household.sample ? <SampleMark /> : null}
            </p>
            <p className="quiet small">{t('provenance.household.masked')}</p>
          </header>
          {household.story ? (
            <blockquote className="story">
              <p>{text(household.story)}</p>
              <footer>{t('provenance.household.storyConsent')}</footer>
            </blockquote>
          ) : null}
          <section className="section">
            <h2 className="section-title">{t('provenance.household.makes')}</h2>
            <ProduceRow produces={household.produces} />
          </section>
          <section className="section">
            <h2 className="section-title">{t('provenance.household.lots')}</h2>
            <HouseholdLots of={household} />
          </section>
        </div>
        <aside className="origin-aside">
          <p className="panel reached">
            <span>{t('provenance.household.reached')}</span>
            <strong className="figure">
              {t('provenance.household.reachedValue', { count: formatCount(household.ordersReached) })}
            </strong>
          </p>
          <PlaceMap title={t('provenance.household.where')} current={county.code} />
        </aside>
      </div>
      <section className="section">
        <h2 className="section-title">{t('provenance.household.products')}</h2>
        {household.products.length > 0 ? (
          <ProductShelf products={household.products} />
        ) : (
          <p className="quiet">{t('provenance.household.productsNone')}</p>
        )}
      </section>
    </div>
  );
}
