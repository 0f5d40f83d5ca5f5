import { DomainError } from '#server/kernel/errors.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { CountyView } from './contract.ts';
import { cardsOf } from './product-cards.ts';

/** A county's page: its villages that have households here, its shelves and what is on them. */
export async function getCounty(ctx: Ctx, code: string): Promise<CountyView> {
  authorize(ctx, 'catalog.browse');
  const head = await rowOf<Pick<CountyView, 'code' | 'name' | 'townships'>>(
    ctx,
    sql`select county.code, county.name, (select count(*)::int from region where parent_code = county.code) as townships
        from region as county where county.code = ${code} and county.level = 'county'`,
  );
  if (!head) throw new DomainError('not-found', 'places.county-unknown');
  const families = await rowsOf<CountyView['families'][number]>(
    ctx,
    sql`select family.code as value, family.name, count(*)::int as count
        from product join family on family.code = product.family_code
        where product.state = 'published' and product.county_code = ${code}
        group by family.code order by family.position`,
  );
  return {
    ...head,
    villages: await rowsOf(
      ctx,
      sql`select village.code, village.name, township.name as township, count(*)::int as households
          from household join region as village on village.code = household.village_code
          join region as township on township.code = village.parent_code
          where township.parent_code = ${code} group by village.code, township.code order by village.code`,
    ),
    families,
    products: await cardsOf(
      ctx,
      sql`select id, row_number() over (order by published_at desc, id) as rank from product
          where state = 'published' and county_code = ${code} order by rank limit 12`,
    ),
    productTotal: families.reduce((sum, family) => sum + family.count, 0),
  };
}
