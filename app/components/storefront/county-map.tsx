import { TileMap } from '#app/components/map/tile-map.tsx';
import { formatCount, useT } from '#app/i18n/index.tsx';
import type { HomeView } from '#server/channels/ecommerce/contract.ts';

/** The ten counties as tiles that lead to their produce, with how much there is. */
export function CountyMap({ counties }: { counties: HomeView['counties'] }) {
  const t = useT();
  const sum = (of: 'products' | 'households') => counties.reduce((total, county) => total + county[of], 0);
  return (
    <section className="section">
      <div className="section-title">
        <h2>{t('storefront.home.map')}</h2>
      </div>
      <div className="from-where">
        <div>
          <p className="prose">{t('storefront.home.mapLead')}</p>
          <dl>
            <Sum name={t('storefront.home.mapCounties')} count={counties.length} />
            <Sum name={t('storefront.home.mapProducts')} count={sum('products')} />
            <Sum name={t('storefront.home.mapHouseholds')} count={sum('households')} />
          </dl>
        </div>
        <TileMap
          label={t('storefront.home.mapLabel')}
          hrefOf={(county) => `/products?county=${county}`}
          values={Object.fromEntries(counties.map(({ code, products }) => [code, products]))}
        />
      </div>
    </section>
  );
}

function Sum({ name, count }: { name: string; count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figure">{formatCount(count)}</dd>
    </div>
  );
}
