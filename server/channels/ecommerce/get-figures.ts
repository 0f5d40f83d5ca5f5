import { present } from '#server/kernel/errors.ts';
import type { MakeUp } from '#server/kernel/make-up.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { FiguresView } from './contract.ts';

/** The public numbers: paid orders, who got the money, where it went. Sales, never called income. */
export async function getFigures(ctx: Ctx): Promise<FiguresView> {
  authorize(ctx, 'catalog.browse');
  const sums = present(
    await rowOf<Pick<FiguresView, 'orders' | 'goods'> & MakeUp>(
      ctx,
      sql`select count(*)::int as orders, coalesce(sum(goods_fen), 0)::bigint as goods,
            coalesce(sum(line.household), 0)::bigint as household, coalesce(sum(line.seller), 0)::bigint as seller,
            coalesce(sum(line.packing), 0)::bigint as packing, coalesce(sum(freight_fen), 0)::bigint as freight,
            coalesce(sum(line.platform), 0)::bigint as platform
          from trade_order cross join lateral (
            select sum(household_fen) as household, sum(seller_fen) as seller, sum(packing_fen) as packing,
              sum(platform_fen) as platform from order_line where order_id = trade_order.id
          ) as line where paid_at is not null`,
    ),
    'the sums',
  );
  const reached = present(
    await rowOf<Pick<FiguresView, 'households' | 'villages'>>(
      ctx,
      sql`select count(distinct household.id)::int as households, count(distinct household.village_code)::int as villages
          from allocation join household on household.id = allocation.household_id
          where allocation.earned_at is not null and allocation.household_fen > allocation.unearned_fen`,
    ),
    'the counts',
  );
  const { orders, goods, household, seller, packing, freight, platform } = sums;
  return {
    asOf: ctx.now.toISOString(),
    orders,
    goods,
    household,
    ...reached,
    makeUp: { household, seller, packing, freight, platform },
    counties: await rowsOf(
      ctx,
      sql`select county.code, county.name, coalesce(sum(allocation.household_fen - allocation.unearned_fen), 0)::bigint as household,
            count(distinct allocation.household_id)::int as households
          from region as county
          left join household on left(household.village_code, 6) = county.code
          left join allocation on allocation.household_id = household.id and allocation.earned_at is not null
            and allocation.household_fen > allocation.unearned_fen
          where county.level = 'county' group by county.code order by county.code`,
    ),
    channels: await rowsOf(
      ctx,
      sql`select trade_order.channel as code, count(*)::int as orders,
            coalesce(sum((select sum(household_fen) from order_line where order_id = trade_order.id)), 0)::bigint as household
          from trade_order where paid_at is not null group by trade_order.channel`,
    ),
  };
}
