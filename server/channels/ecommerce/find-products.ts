import { searchQuery } from '#server/catalog/index.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { authorize, type Ctx, type RawBuilder, rowsOf, sql } from '#server/platform/index.ts';
import { type FacetValue, PRODUCTS_PER_PAGE, type ProductFilter, type ProductListView } from './contract.ts';
import { cardsOf } from './product-cards.ts';

/**
 * One page of the published products that fit a filter, with how many there are for each county and family. A facet's
 * counts heed every other part of the filter but not its own, so that they say what choosing another value would show.
 */
export async function findProducts(ctx: Ctx, filter: ProductFilter): Promise<ProductListView> {
  authorize(ctx, 'catalog.browse');
  const month = Number(businessDayOf(ctx.now).slice(5, 7));
  const rank = rankOf(filter, month);
  const chosen = sql`
    select product.id, row_number() over (order by ${rank}, product.id) as rank
    from product where ${whereOf(filter, month)}
    order by ${rank}, product.id limit ${PRODUCTS_PER_PAGE} offset ${(filter.page - 1) * PRODUCTS_PER_PAGE}`;
  const products = await cardsOf(ctx, chosen);
  const facets = await facetsOf(ctx, filter, month);
  const total = facets.total;
  return {
    filter,
    total,
    pages: Math.max(1, Math.ceil(total / PRODUCTS_PER_PAGE)),
    products,
    counties: facets.counties,
    families: facets.families,
  };
}

type Part = 'county' | 'family';

function whereOf(filter: ProductFilter, month: number, without?: Part): RawBuilder<unknown> {
  const parts = [sql`product.state = 'published'`];
  if (filter.words) parts.push(searchQuery(filter.words));
  if (filter.county && without !== 'county') parts.push(sql`product.county_code = ${filter.county}`);
  if (filter.family && without !== 'family') parts.push(sql`product.family_code = ${filter.family}`);
  if (filter.inSeason) parts.push(sql`${month} = any(product.season_months)`);
  if (filter.priceMin !== null) parts.push(sql`product.from_price_fen >= ${filter.priceMin}`);
  if (filter.priceMax !== null) parts.push(sql`product.from_price_fen <= ${filter.priceMax}`);
  return sql.join(parts, sql` and `);
}

function rankOf(filter: ProductFilter, month: number): RawBuilder<unknown> {
  switch (filter.sort) {
    case 'price-up':
      return sql`product.from_price_fen`;
    case 'price-down':
      return sql`product.from_price_fen desc`;
    case 'household':
      return sql`product.household_part desc`;
    case 'new':
      return filter.words
        ? sql`similarity(product.search_words, ${filter.words}) desc, product.published_at desc`
        : sql`(${month} = any(product.season_months)) desc, product.published_at desc`;
  }
}

async function facetsOf(ctx: Ctx, filter: ProductFilter, month: number) {
  const rows = await rowsOf<FacetValue & { part: Part | 'total' }>(
    ctx,
    sql`select 'total' as part, '' as value, '{}'::jsonb as name, count(*)::int as count, 0 as position
        from product where ${whereOf(filter, month)}
        union all
        select 'county', region.code, region.name, count(*)::int, 0
        from product join region on region.code = product.county_code
        where ${whereOf(filter, month, 'county')} group by region.code, region.name
        union all
        select 'family', family.code, family.name, count(*)::int, family.position
        from product join family on family.code = product.family_code
        where ${whereOf(filter, month, 'family')} group by family.code, family.name, family.position
        order by part, position, value`,
  );
  const facet = (part: Part) =>
    rows.filter((row) => row.part === part).map(({ value, name, count }) => ({ value, name, count }));
  return {
    total: rows.find((row) => row.part === 'total')?.count ?? 0,
    counties: facet('county'),
    families: facet('family'),
  };
}
