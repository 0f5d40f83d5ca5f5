import { channelDoors } from '#server/channels/channel-doors.ts';
import { businessDayOf, startOfDay, startOfWeek } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import type { Fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { HomeView } from './contract.ts';
import { cardsOf } from './product-cards.ts';

const IN_SEASON_SHOWN = 8;
const FRESH_SHOWN = 4;
const RECENT_SHOWN = 5;

/** The first page: what is in season now, and true numbers of whom it reached. */
export async function getHome(ctx: Ctx): Promise<HomeView> {
  authorize(ctx, 'catalog.browse');
  const today = businessDayOf(ctx.now);
  const month = Number(today.slice(5, 7));
  const reached = present(await reachedOf(ctx, startOfDay(startOfWeek(today))), 'the sums');
  return {
    // One of each family first, so that the shelf shows what the season is, not ten teas.
    inSeason: await cardsOf(
      ctx,
      sql`select id, row_number() over (order by turn, published_at desc, id) as rank from (
            select id, published_at, row_number() over (partition by family_code order by published_at desc, id) as turn
            from product where state = 'published' and ${month} = any(season_months)
          ) as seasonal order by rank limit ${IN_SEASON_SHOWN}`,
    ),
    fresh: await cardsOf(
      ctx,
      sql`select id, row_number() over (order by published_at desc, id) as rank from product
          where state = 'published' and not ${month} = any(season_months) order by rank limit ${FRESH_SHOWN}`,
    ),
    ...reached,
    channels: channelDoors,
    counties: await countiesOf(ctx),
    recent: await recentOf(ctx),
  };
}

type Reached = Pick<HomeView, 'householdsThisWeek' | 'householdsEver' | 'householdFenEver' | 'ordersEver'>;

function reachedOf(ctx: Ctx, monday: Date): Promise<Reached | null> {
  return rowOf<Reached>(
    ctx,
    sql`select count(distinct household_id) filter (where earned_at >= ${monday})::int as "householdsThisWeek",
          count(distinct household_id)::int as "householdsEver",
          coalesce(sum(household_fen - unearned_fen), 0)::bigint as "householdFenEver", count(distinct order_id)::int as "ordersEver"
        from allocation where earned_at is not null and household_fen > unearned_fen`,
  );
}

function countiesOf(ctx: Ctx): Promise<HomeView['counties']> {
  return rowsOf(
    ctx,
    sql`select county.code, county.name, coalesce(listed.products, 0)::int as products,
          coalesce(living.households, 0)::int as households
        from region as county
        left join (select county_code, count(*) as products from product where state = 'published' group by county_code)
          as listed on listed.county_code = county.code
        left join (select left(village_code, 6) as county_code, count(*) as households from household group by 1)
          as living on living.county_code = county.code
        where county.level = 'county' order by county.code`,
  );
}

function recentOf(ctx: Ctx): Promise<HomeView['recent']> {
  return rowsOf<HomeView['recent'][number] & { fen: Fen }>(
    ctx,
    sql`select jsonb_build_object('code', village.code, 'name', village.name) as village,
          household.masked_name as household, line.product_name as product, allocation.household_fen as fen,
          allocation.earned_at as at
        from (
          select distinct on (order_id) * from (
            select * from allocation where earned_at is not null order by earned_at desc limit 60
          ) as latest order by order_id, household_fen desc
        ) as allocation
        join household on household.id = allocation.household_id
        join region as village on village.code = household.village_code
        join order_line as line on line.id = allocation.line_id
        order by allocation.earned_at desc limit ${RECENT_SHOWN}`,
  );
}
