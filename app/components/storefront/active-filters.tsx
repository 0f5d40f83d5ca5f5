import { type Translator, useT, useText } from '#app/i18n/index.tsx';
import type { ProductFilter, ProductListView } from '#server/channels/ecommerce/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { listHref } from './product-filter.ts';

type Condition = { words: string; without: Partial<ProductFilter> };

/** Every condition in force, in words, and what the filter is without it. */
export function conditionsOf(
  t: Translator,
  text: (text: LocalizedText) => string,
  { filter, families }: Pick<ProductListView, 'filter' | 'families'>,
): Condition[] {
  const { words, county, family, inSeason, priceMin, priceMax } = filter;
  const conditions: Condition[] = [];
  if (words) conditions.push({ words: t('storefront.list.conditions.words', { words }), without: { words: '' } });
  const countyKey = `components.counties.${county}`;
  if (t.has(countyKey)) conditions.push({ words: t(countyKey), without: { county: null } });
  if (family) {
    const known = families.find(({ value }) => value === family);
    const name = known ? text(known.name) : t('storefront.list.familyUnnamed');
    conditions.push({ words: name, without: { family: null } });
  }
  if (inSeason) conditions.push({ words: t('storefront.list.conditions.inSeason'), without: { inSeason: false } });
  if (priceMin !== null) {
    const from = t('storefront.list.conditions.from', { price: formatYuan(priceMin) });
    conditions.push({ words: from, without: { priceMin: null } });
  }
  if (priceMax !== null) {
    const upTo = t('storefront.list.conditions.upTo', { price: formatYuan(priceMax) });
    conditions.push({ words: upTo, without: { priceMax: null } });
  }
  return conditions;
}

/** What was chosen, as chips that take it away again. */
export function ActiveFilters({ filter, families }: Pick<ProductListView, 'filter' | 'families'>) {
  const t = useT();
  const text = useText();
  const conditions = conditionsOf(t, text, { filter, families });
  if (conditions.length === 0) return null;
  return (
    <nav className="chosen" aria-label={t('storefront.list.active')}>
      {conditions.map(({ words, without }) => (
        <a key={words} href={listHref(filter, without)} aria-label={t('storefront.list.remove', { condition: words })}>
          {words} <span aria-hidden="true">×</span>
        </a>
      ))}
      {conditions.length > 1 ? (
        <a className="chosen-clear" href="/products">
          {t('storefront.list.clear')}
        </a>
      ) : null}
    </nav>
  );
}
