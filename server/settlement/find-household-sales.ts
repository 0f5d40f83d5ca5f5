import { addDays, startOfDay } from '#server/kernel/calendar.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { HouseholdSalesRow, HouseholdSalesView, Period } from './contract.ts';

const ROWS_PER_PAGE = 40;
/** More households than a prefecture has; a table for Excel ends here. */
const ROWS_LISTED_MAX = 100_000;

/** Sales by household between two days, both included, most first. Read from the ledger; each figure opens to its entries. */
export async function findHouseholdSales(ctx: Ctx, filter: Period & { page: number }): Promise<HouseholdSalesView> {
  authorize(ctx, 'books.read');
  const sums = await rowOf<{ households: number; total: Fen }>(
    ctx,
    sql`select count(distinct household_id)::int as households, coalesce(sum(fen), 0)::bigint as total
        from (${postingsOf(filter)}) as sales`,
  );
  const households = sums?.households ?? 0;
  const pages = Math.max(1, Math.ceil(households / ROWS_PER_PAGE));
  const page = Math.min(filter.page, pages);
  return {
    ...filter,
    page,
    pages,
    households,
    total: sums?.total ?? fen(0),
    rows: await rowsOfPeriod(ctx, filter, ROWS_PER_PAGE, (page - 1) * ROWS_PER_PAGE),
  };
}

/** The same without pages, for a table to take away. */
export async function listHouseholdSales(ctx: Ctx, period: Period): Promise<HouseholdSalesRow[]> {
  authorize(ctx, 'books.read');
  return rowsOfPeriod(ctx, period, ROWS_LISTED_MAX, 0);
}

function postingsOf({ from, to }: Period) {
  return sql`
    select account.owner_id::uuid as household_id, -posting.amount as fen, entry.reference
    from entry join posting on posting.entry_id = entry.id join account on account.id = posting.account_id
    where account.kind = 'household-earned' and entry.kind in ('sale', 'refund')
      and entry.at >= ${startOfDay(from)} and entry.at < ${startOfDay(addDays(to, 1))}`;
}

function rowsOfPeriod(ctx: Ctx, period: Period, limit: number, offset: number): Promise<HouseholdSalesRow[]> {
  return rowsOf<HouseholdSalesRow>(
    ctx,
    sql`select household.code, household.name, village.name as village, county.name as county, sales.orders, sales.earned
        from (
          select household_id, count(distinct reference)::int as orders, sum(fen)::bigint as earned
          from (${postingsOf(period)}) as sale group by household_id
        ) as sales
        join household on household.id = sales.household_id
        join region as village on village.code = household.village_code
        join region as county on county.code = left(household.village_code, 6)
        order by sales.earned desc, household.code
        limit ${limit} offset ${offset}`,
  );
}
