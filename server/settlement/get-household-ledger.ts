import { addDays, startOfDay } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { HouseholdLedgerView, Period } from './contract.ts';

const ENTRIES_PER_PAGE = 50;

/**
 * Every posting behind what a household earned, of all days or of some, newest first, each with the sale it came from.
 * What became of the money afterwards is told by its dues; here stand only what was paid and what its accounts owe it.
 */
export async function getHouseholdLedger(
  ctx: Ctx,
  code: string,
  page: number,
  period: Period | null = null,
): Promise<HouseholdLedgerView> {
  authorize(ctx, 'books.read');
  const household = await rowOf<HouseholdLedgerView['household'] & { id: string }>(
    ctx,
    sql`select household.id, household.code, household.name, village.name as village
        from household join region as village on village.code = household.village_code where household.code = ${code}`,
  );
  if (!household) throw new DomainError('not-found', 'households.unknown');
  const { id, ...view } = household;
  const listed = period
    ? sql`entry.at >= ${startOfDay(period.from)} and entry.at < ${startOfDay(addDays(period.to, 1))}`
    : sql`true`;
  const postings = sql`posting join account on account.id = posting.account_id join entry on entry.id = posting.entry_id
        where account.owner_id = ${id} and account.kind = 'household-earned' and entry.kind in ('sale', 'refund')`;
  const sums = await rowOf<{ listed: number; total: Fen; earned: Fen; paid: Fen }>(
    ctx,
    sql`select count(*) filter (where ${listed})::int as listed, coalesce(-sum(posting.amount), 0)::bigint as earned,
          coalesce(-sum(posting.amount) filter (where ${listed}), 0)::bigint as total,
          (select coalesce(sum(amount_fen), 0)::bigint from due_line where household_id = ${id} and state = 'paid') as paid
        from ${postings}`,
  );
  const pages = Math.max(1, Math.ceil((sums?.listed ?? 0) / ENTRIES_PER_PAGE));
  const shown = Math.min(page, pages);
  const accounts = await rowsOf<HouseholdLedgerView['accounts'][number]>(
    ctx,
    sql`select account.code, account.kind, coalesce(-sum(posting.amount), 0)::bigint as owed
        from account left join posting on posting.account_id = account.id
        where account.owner_id = ${id} and account.kind in ('household-earned', 'household-payable', 'household-paying')
        group by account.id, account.code, account.kind order by account.kind`,
  );
  const entries = await rowsOf<HouseholdLedgerView['entries'][number]>(
    ctx,
    sql`select booked.at, booked.kind, booked.reference, trade_order.number as "orderNumber", line.product_name as product,
          lot.code as "lotCode", allocation.quantity, produce.base_unit as "baseUnit",
          allocation.agreed_price as "agreedPrice", booked.amount
        from (
          select posting.id, entry.at, entry.kind, entry.reference, -posting.amount as amount,
            case when posting.detail ~ '^[0-9a-f-]{36}$' then posting.detail::uuid end as allocation_id
          from ${postings} and ${listed}
          order by entry.at desc, posting.id desc limit ${ENTRIES_PER_PAGE} offset ${(shown - 1) * ENTRIES_PER_PAGE}
        ) as booked
        left join allocation on allocation.id = booked.allocation_id
        left join order_line as line on line.id = allocation.line_id
        left join trade_order on trade_order.id = allocation.order_id
        left join lot on lot.id = allocation.lot_id
        left join produce on produce.id = allocation.produce_id
        order by booked.at desc, booked.id desc`,
  );
  return {
    household: view,
    earned: sums?.earned ?? fen(0),
    paid: sums?.paid ?? fen(0),
    accounts,
    period: period ? { ...period, total: sums?.total ?? fen(0) } : null,
    page: shown,
    pages,
    entries,
  };
}
