import { addDays, businessDayOf, startOfDay } from '#server/kernel/calendar.ts';
import { DomainError, present } from '#server/kernel/errors.ts';
import { fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { type Actor, authorize, type Ctx, type RawBuilder, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { OfficeFigures, OfficeHouseholdRow, OfficeHouseholdsView, ReachFilter } from './contract.ts';

const HOUSEHOLDS_PER_PAGE = 40;
const FIGURE_DAYS = 30;

type Wish = { place: string | null; filter: ReachFilter; page: number };

/**
 * The households an office answers for, by village, with what they make and how many orders reached them. Full names,
 * since the office works with them; never a phone. A place outside its area is refused.
 */
export async function findOfficeHouseholds(ctx: Ctx, { place, filter, page }: Wish): Promise<OfficeHouseholdsView> {
  const own = areasWith(ctx.actor, 'households.read');
  authorize(ctx, 'households.read', place ? { area: place } : own === 'all' ? {} : { area: own[0] ?? '' });
  const codes = place ? [place] : own;
  const inArea =
    codes === 'all' ? sql`true` : sql`household.village_code like any(${codes.map((code) => `${code}%`)}::text[])`;
  const counts = present(await countsOf(ctx, inArea), 'the count of households');
  const pages = Math.max(1, Math.ceil(counts[filter] / HOUSEHOLDS_PER_PAGE));
  const shown = Math.min(page, pages);
  const since = addDays(businessDayOf(ctx.now), -FIGURE_DAYS);
  return {
    areas: own === 'all' ? [] : await regionsOf(ctx, own),
    place: place ? await regionOf(ctx, place) : null,
    filter,
    counts,
    since,
    ...(await figuresOf(ctx, inArea, startOfDay(since))),
    page: shown,
    pages,
    rows: await rowsOfPage(ctx, inArea, filter, shown),
  };
}

/** The areas in which the actor holds a permission; `all` when it holds anywhere. */
function areasWith(actor: Actor, permission: string): 'all' | string[] {
  if (actor.kind === 'system') return 'all';
  const grants = actor.grants.filter((grant) => grant.permission === permission && grant.organizationId === null);
  return grants.some((grant) => grant.area === null) ? 'all' : grants.flatMap((grant) => grant.area ?? []);
}

const reached = sql`exists (select from allocation where household_id = household.id and earned_at is not null)`;

function countsOf(ctx: Ctx, inArea: RawBuilder<unknown>): Promise<Record<ReachFilter, number> | null> {
  return rowOf(
    ctx,
    sql`select count(*)::int as "all", count(*) filter (where not ${reached})::int as unreached
        from household where ${inArea}`,
  );
}

type Figures = Pick<OfficeHouseholdsView, 'total' | 'counties'>;

/** By county and of all counties together: an order that reached two counties is one order. */
async function figuresOf(ctx: Ctx, inArea: RawBuilder<unknown>, since: Date): Promise<Figures> {
  const rows = await rowsOf<OfficeFigures & { code: string | null }>(
    ctx,
    sql`select sold.code, count(distinct sold.order_id)::int as orders, count(distinct sold.household_id)::int as households,
          coalesce(sum(sold.household_fen), 0)::bigint as earned
        from (
          select left(household.village_code, 6) as code, allocation.order_id, allocation.household_id,
            allocation.household_fen - allocation.unearned_fen as household_fen
          from allocation join household on household.id = allocation.household_id
          where allocation.earned_at >= ${since} and allocation.household_fen > allocation.unearned_fen and ${inArea}
        ) as sold
        group by grouping sets ((sold.code), ()) order by sold.code`,
  );
  const total = rows.find(({ code }) => code === null);
  return {
    total: { orders: total?.orders ?? 0, households: total?.households ?? 0, earned: total?.earned ?? fen(0) },
    counties: rows.flatMap(({ code, ...figures }) => (code === null ? [] : { code, ...figures })),
  };
}

function rowsOfPage(
  ctx: Ctx,
  inArea: RawBuilder<unknown>,
  filter: ReachFilter,
  page: number,
): Promise<OfficeHouseholdRow[]> {
  return rowsOf(
    ctx,
    sql`select household.code, household.name, village.name as village, township.name as township, county.name as county,
          made.names as makes, sold.orders, sold.earned, sold.last as "lastEarnedAt"
        from (
          select id, code, name, village_code from household
          where ${inArea} and ${filter === 'unreached' ? sql`not ${reached}` : sql`true`}
          order by village_code, code
          limit ${HOUSEHOLDS_PER_PAGE} offset ${(page - 1) * HOUSEHOLDS_PER_PAGE}
        ) as household
        join region as village on village.code = household.village_code
        join region as township on township.code = left(household.village_code, 9)
        join region as county on county.code = left(household.village_code, 6)
        cross join lateral (
          select coalesce(jsonb_agg(distinct produce.name), '[]') as names
          from capacity join produce on produce.id = capacity.produce_id where capacity.household_id = household.id
        ) as made
        cross join lateral (
          select count(distinct order_id)::int as orders, coalesce(sum(household_fen - unearned_fen), 0)::bigint as earned,
            max(earned_at) as last
          from allocation
          where household_id = household.id and earned_at is not null and household_fen > unearned_fen
        ) as sold
        order by household.village_code, household.code`,
  );
}

function regionsOf(ctx: Ctx, codes: string[]): Promise<{ code: string; name: LocalizedText }[]> {
  return rowsOf(ctx, sql`select code, name from region where code = any(${codes}::text[]) order by code`);
}

async function regionOf(ctx: Ctx, code: string): Promise<{ code: string; name: LocalizedText }> {
  const [region] = await regionsOf(ctx, [code]);
  if (!region) throw new DomainError('not-found', 'access.no-such-page');
  return region;
}
