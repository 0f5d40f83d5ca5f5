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
  const [products, facets] = await Promise.all([cardsOf(ctx, chosen), facetsOf(ctx, filter, month)]);
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

function whereOf(filter: ProductFilter, month: number): RawBuilder<unknown> {
  const parts = [sql`product.state = 'published'`];
  if (filter.words) parts.push(searchQuery(filter.words)?.fits ?? sql`false`);
  if (filter.county) parts.push(sql`product.county_code = ${filter.county}`);
  if (filter.family) parts.push(sql`product.family_code = ${filter.family}`);
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
        ? (searchQuery(filter.words)?.closeness ?? sql`product.id`)
        : sql`(${month} = any(product.season_months)) desc, product.published_at desc`;
  }
}

type Tally = {
  county_code: string | null;
  family_code: string | null;
  fits: number;
  by_county: number;
  by_family: number;
};

/** One pass over the products that fit all but county and family; grouping tells which count a row holds. */
async function facetsOf(ctx: Ctx, filter: ProductFilter, month: number) {
  const inCounty = filter.county ? sql`product.county_code = ${filter.county}` : sql`true`;
  const inFamily = filter.family ? sql`product.family_code = ${filter.family}` : sql`true`;
  const around = whereOf({ ...filter, county: null, family: null }, month);
  const [tallies, counties, families] = await Promise.all([
    rowsOf<Tally>(
      ctx,
      sql`select county_code, family_code, count(*) filter (where ${inCounty} and ${inFamily})::int as fits,
            count(*) filter (where ${inFamily})::int as by_county, count(*) filter (where ${inCounty})::int as by_family
          from product where ${around} group by grouping sets ((), (county_code), (family_code))`,
    ),
    rowsOf<FacetName>(ctx, sql`select code as value, name from region where level = 'county' order by code`),
    rowsOf<FacetName>(ctx, sql`select code as value, name from family order by position`),
  ]);
  const count = (names: FacetName[], countOf: (value: string) => number): FacetValue[] =>
    names.map(({ value, name }) => ({ value, name, count: countOf(value) })).filter((facet) => facet.count > 0);
  const tally = (part: 'county_code' | 'family_code', value: string) => tallies.find((row) => row[part] === value);
  return {
    total: tallies.find((row) => row.county_code === null && row.family_code === null)?.fits ?? 0,
    counties: count(counties, (value) => tally('county_code', value)?.by_county ?? 0),
    families: count(families, (value) => tally('family_code', value)?.by_family ?? 0),
  };
}

type FacetName = Omit<FacetValue, 'count'>;
