import { TileMap } from '#app/components/map/tile-map.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import {
  type FacetValue,
  type ProductFilter,
  type ProductListView,
  productSorts,
} from '#server/channels/ecommerce/contract.ts';
import { listHref, yuanTyped } from './product-filter.ts';

/**
 * What can be chosen. County and kind are links with their counts; season, price and order are a form that sends
 * itself. On a phone the whole stands behind a button, which is a box to tick so that it opens without a script.
 */
export function FilterForm({ list }: { list: ProductListView }) {
  const t = useT();
  const { filter } = list;
  const counts = Object.fromEntries(list.counties.map(({ value, count }) => [value, count]));
  return (
    <aside className="browse-filters" aria-label={t('storefront.list.filters')}>
      <input type="checkbox" id="filters" className="visually-hidden" />
      <label htmlFor="filters" className="btn btn-second btn-wide">
        {t('storefront.list.filters')}
      </label>
      <div className="filters">
        <OrderAndPrice filter={filter} />
        <section>
          <h2>{t('storefront.list.county')}</h2>
          <TileMap
            label={t('storefront.list.countyLabel')}
            hrefOf={(county) => listHref(filter, { county: county === filter.county ? null : county })}
            current={filter.county}
            values={counts}
            compact
          />
        </section>
        {list.families.length > 0 ? <Families filter={filter} families={list.families} /> : null}
      </div>
    </aside>
  );
}

function Families({ filter, families }: { filter: ProductFilter; families: FacetValue[] }) {
  const t = useT();
  const text = useText();
  return (
    <section>
      <h2>{t('storefront.list.family')}</h2>
      <ul className="facets">
        {families.map(({ value, name, count }) => (
          <li key={value}>
            <a
              className="facet"
              href={listHref(filter, { family: value === filter.family ? null : value })}
              aria-current={value === filter.family ? 'true' : undefined}
            >
              {text(name)} <small>{count}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OrderAndPrice({ filter }: { filter: ProductFilter }) {
  const t = useT();
  const sortName = (sort: ProductFilter['sort']) =>
    sort === 'new' && filter.words ? t('storefront.list.bestMatch') : t(`storefront.list.sorts.${sort}`);
  return (
    <form action={filter.words ? '/search' : '/products'} data-auto-submit="" className="order-and-price">
      {filter.words ? <input type="hidden" name="q" value={filter.words} /> : null}
      {filter.county ? <input type="hidden" name="county" value={filter.county} /> : null}
      {filter.family ? <input type="hidden" name="family" value={filter.family} /> : null}
      <div className="field">
        <label htmlFor="sort">{t('storefront.list.sort')}</label>
        <select id="sort" name="sort" defaultValue={filter.sort === 'new' ? '' : filter.sort}>
          {productSorts.map((sort) => (
            <option key={sort} value={sort === 'new' ? '' : sort}>
              {sortName(sort)}
            </option>
          ))}
        </select>
      </div>
      <label className="check">
        <input type="checkbox" name="season" value="now" defaultChecked={filter.inSeason} />
        <span>{t('storefront.list.inSeason')}</span>
      </label>
      <fieldset className="field">
        <legend>{t('storefront.list.price')}</legend>
        <div className="price-range">
          <PriceField name="min" label={t('storefront.list.priceMin')} value={yuanTyped(filter.priceMin)} />
          <span aria-hidden="true">–</span>
          <PriceField name="max" label={t('storefront.list.priceMax')} value={yuanTyped(filter.priceMax)} />
        </div>
      </fieldset>
      <button type="submit" className="btn btn-second" data-manual="">
        {t('storefront.list.apply')}
      </button>
    </form>
  );
}

function PriceField({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <input
      name={name}
      aria-label={label}
      placeholder={label}
      inputMode="decimal"
      autoComplete="off"
      maxLength={10}
      defaultValue={value ?? ''}
    />
  );
}
