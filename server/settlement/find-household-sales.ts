import { addDays, type BusinessDay, startOfDay } from '#server/kernel/calendar.ts';
import type { Fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { HouseholdSalesRow, HouseholdSalesView } from './contract.ts';

const ROWS_PER_PAGE = 40;

/** Sales by household between two days, both included, most first. Read from the ledger; each figure opens to its entries. */
export async function findHouseholdSales(
  ctx: Ctx,
  filter: { from: BusinessDay; to: BusinessDay; page: number },
): Promise<HouseholdSalesView> {
  authorize(ctx, 'books.read');
  const [since, until] = [startOfDay(filter.from), startOfDay(addDays(filter.to, 1))];
  const postings = sql`
    select account.owner_id::uuid as household_id, -posting.amount as fen, entry.reference
    from entry join posting on posting.entry_id = entry.id join account on account.id = posting.account_id
    where account.kind = 'household-earned' and entry.at >= ${since} and entry.at < ${until}`;
  const sums = await rowOf<{ households: number; total: Fen }>(
    ctx,
    sql`select count(distinct household_id)::int as households, coalesce(sum(fen), 0)::bigint as total
        from (${postings}) as sales`,
  );
  const rows = await rowsOf<HouseholdSalesRow>(
    ctx,
    sql`select household.code, household.name, village.name as village, county.name as county, sales.orders, sales.earned
        from (
          select household_id, count(distinct reference)::int as orders, sum(fen)::bigint as earned
          from (${postings}) as sale group by household_id
        ) as sales
        join household on household.id = sales.household_id
        join region as village on village.code = household.village_code
        join region as county on county.code = left(household.village_code, 6)
        order by sales.earned desc, household.code
        limit ${ROWS_PER_PAGE} offset ${(filter.page - 1) * ROWS_PER_PAGE}`,
  );
  const households = sums?.households ?? 0;
  return {
    ...filter,
    pages: Math.max(1, Math.ceil(households / ROWS_PER_PAGE)),
    households,
    total: sums?.total ?? (0 as Fen),
    rows,
  };
}
