import { DomainError } from '#server/kernel/errors.ts';
import type { Fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { VillageView } from './contract.ts';
import { cardsOf } from './product-cards.ts';

/** A village's page: its households, masked, and what of theirs is on sale. */
export async function getVillage(ctx: Ctx, code: string): Promise<VillageView> {
  authorize(ctx, 'catalog.browse');
  const head = await rowOf<Pick<VillageView, 'code' | 'name' | 'intro' | 'township' | 'county'>>(
    ctx,
    sql`select village.code, village.name, village.intro,
          jsonb_build_object('code', township.code, 'name', township.name) as township,
          jsonb_build_object('code', county.code, 'name', county.name) as county
        from region as village join region as township on township.code = village.parent_code
        join region as county on county.code = township.parent_code
        where village.code = ${code} and village.level = 'village'`,
  );
  if (!head) throw new DomainError('not-found', 'places.village-unknown');
  const reached = await rowOf<{ fen: Fen; orders: number }>(
    ctx,
    sql`select coalesce(sum(allocation.household_fen - allocation.unearned_fen), 0)::bigint as fen, count(distinct allocation.order_id)::int as orders
        from allocation join household on household.id = allocation.household_id
        where household.village_code = ${code} and allocation.earned_at is not null
          and allocation.household_fen > allocation.unearned_fen`,
  );
  return {
    ...head,
    households: await rowsOf(
      ctx,
      sql`select household.code, household.masked_name as "maskedName",
            coalesce((select jsonb_agg(distinct produce.name) from share join pool on pool.id = share.pool_id
              join produce on produce.id = pool.produce_id where share.household_id = household.id), '[]') as produces
          from household where household.village_code = ${code} order by household.code limit 200`,
    ),
    householdFenEver: (reached?.fen ?? 0) as Fen,
    ordersReached: reached?.orders ?? 0,
    products: await cardsOf(
      ctx,
      sql`select product.id, row_number() over (order by product.published_at desc, product.id) as rank
          from product where product.state = 'published' and exists (
            select from household join share on share.household_id = household.id and share.available > 0
            join pool on pool.id = share.pool_id
            join pack_component as part on part.produce_id = pool.produce_id join pack on pack.id = part.pack_id
            where household.village_code = ${code} and pack.product_id = product.id
              and pool.organization_id = product.organization_id)
          order by rank limit 12`,
    ),
  };
}
