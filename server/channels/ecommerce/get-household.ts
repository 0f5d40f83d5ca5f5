import { DomainError } from '#server/kernel/errors.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { HouseholdView } from './contract.ts';
import { cardsOf } from './product-cards.ts';

const LOTS_SHOWN = 12;

type Head = Pick<HouseholdView, 'code' | 'maskedName' | 'village' | 'township' | 'county' | 'story' | 'sample'> & {
  id: string;
};

/** A household's public page: masked, its story only by consent, what it makes and how many orders reached it. Never what it has. */
export async function getHousehold(ctx: Ctx, code: string): Promise<HouseholdView> {
  authorize(ctx, 'catalog.browse');
  const head = await headOf(ctx, code);
  if (!head) throw new DomainError('not-found', 'households.unknown');
  const { id, ...view } = head;
  const reached = await rowOf<{ orders: number }>(
    ctx,
    sql`select count(distinct order_id)::int as orders from allocation
        where household_id = ${id} and earned_at is not null and household_fen > unearned_fen`,
  );
  return {
    ...view,
    produces: await rowsOf(
      ctx,
      sql`select distinct on (produce.code) produce.name, produce.family_code as family
          from share join pool on pool.id = share.pool_id join produce on produce.id = pool.produce_id
          where share.household_id = ${id} order by produce.code`,
    ),
    lots: await rowsOf(
      ctx,
      sql`select lot.code, produce.name as produce, lot.harvested_on as "harvestedOn", share.received,
            produce.base_unit as "baseUnit", share.available as left
          from share join lot on lot.id = share.lot_id join pool on pool.id = share.pool_id
          join produce on produce.id = pool.produce_id
          where share.household_id = ${id} order by lot.harvested_on desc, lot.code limit ${LOTS_SHOWN}`,
    ),
    ordersReached: reached?.orders ?? 0,
    products: await cardsOf(
      ctx,
      sql`select product.id, row_number() over (order by product.published_at desc, product.id) as rank
          from product where product.state = 'published' and exists (
            select from share join pool on pool.id = share.pool_id
            join pack_component as part on part.produce_id = pool.produce_id join pack on pack.id = part.pack_id
            where share.household_id = ${id} and share.available > 0 and pack.product_id = product.id
              and pool.organization_id = product.organization_id)
          order by rank limit 8`,
    ),
  };
}

function headOf(ctx: Ctx, code: string): Promise<Head | null> {
  return rowOf(
    ctx,
    sql`select household.id, household.code, household.masked_name as "maskedName",
          jsonb_build_object('code', village.code, 'name', village.name) as village,
          jsonb_build_object('code', township.code, 'name', township.name) as township,
          jsonb_build_object('code', county.code, 'name', county.name) as county,
          case when household.story_consent_at is null then null else household.story end as story, household.sample
        from household join region as village on village.code = household.village_code
        join region as township on township.code = village.parent_code
        join region as county on county.code = township.parent_code
        where household.code = ${code}`,
  );
}
