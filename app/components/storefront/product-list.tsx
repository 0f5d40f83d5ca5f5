import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { FacetValue, ProductListView } from '#server/channels/ecommerce/contract.ts';
import { ActiveFilters, conditionsOf } from './active-filters.tsx';
import { FilterForm } from './filter-form.tsx';
import { listHref } from './product-filter.ts';
import { ProductShelf } from './product-shelf.tsx';

/** The shop's list: what was chosen, what there is of it, and what else could be chosen. */
export function ProductList({ list, suggestions }: { list: ProductListView; suggestions: FacetValue[] }) {
  const t = useT();
  const { filter, total, pages, products } = list;
  return (
    <div className="page browse">
      <header className="browse-head">
        <h1>
          <ListTitle list={list} />
        </h1>
        <p className="quiet" role="status">
          {t('storefront.list.found', { count: total })}
        </p>
      </header>
      <FilterForm list={list} />
      <div className="browse-shelf">
        <ActiveFilters filter={filter} families={[...list.families, ...suggestions]} />
        {total === 0 ? <NothingFits list={list} suggestions={suggestions} /> : null}
        <ProductShelf products={products} eager />
        <Pager page={filter.page} pages={pages} hrefOf={(page) => listHref(filter, { page })} />
      </div>
    </div>
  );
}

function ListTitle({ list: { filter, families } }: { list: ProductListView }) {
  const t = useT();
  const text = useText();
  const family = families.find(({ value }) => value === filter.family);
  if (filter.words) return <>{t('storefront.list.titleWords', { words: filter.words })}</>;
  if (family) return <>{text(family.name)}</>;
  if (filter.county) return <>{t('storefront.list.titleCounty', { county: countyName(t, filter.county) })}</>;
  return <>{t('storefront.list.title')}</>;
}

function countyName(t: ReturnType<typeof useT>, code: string): string {
  const key = `components.counties.${code}`;
  return t.has(key) ? t(key) : code;
}

/** Says what was looked for, what to let go of, and where there is something. */
function NothingFits({ list, suggestions }: { list: ProductListView; suggestions: FacetValue[] }) {
  const t = useT();
  const text = useText();
  const { filter } = list;
  const onlyWords = filter.words !== '' && conditionsOf(t, text, list).length === 1;
  return (
    <>
      <EmptyState
        scene="no-results"
        title={
          onlyWords ? t('storefront.list.emptyWordsTitle', { words: filter.words }) : t('storefront.list.emptyTitle')
        }
        action={
          <a className="btn" href="/products">
            {t('storefront.list.emptyAction')}
          </a>
        }
      >
        {onlyWords ? t('storefront.list.emptyWordsDetail') : t('storefront.list.emptyDetail')}
      </EmptyState>
      <nav className="suggestions" aria-label={t('storefront.list.suggestions')}>
        {suggestions.map(({ value, name, count }) => (
          <a key={value} className="facet" href={`/products?family=${value}`}>
            {text(name)} <small>{count}</small>
          </a>
        ))}
      </nav>
    </>
  );
}
