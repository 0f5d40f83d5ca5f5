import { DomainError } from '#server/kernel/errors.ts';
import type { Fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { HouseholdLedgerView } from './contract.ts';

const ENTRIES_PER_PAGE = 50;

/** Every posting behind a household's figure, newest first, each with the sale it came from. */
export async function getHouseholdLedger(ctx: Ctx, code: string, page: number): Promise<HouseholdLedgerView> {
  authorize(ctx, 'books.read');
  const household = await rowOf<HouseholdLedgerView['household'] & { id: string }>(
    ctx,
    sql`select household.id, household.code, household.name, village.name as village
        from household join region as village on village.code = household.village_code where household.code = ${code}`,
  );
  if (!household) throw new DomainError('not-found', 'households.unknown');
  const { id, ...view } = household;
  const sums = await rowOf<{ postings: number; balance: Fen }>(
    ctx,
    sql`select count(*)::int as postings, coalesce(-sum(posting.amount), 0)::bigint as balance
        from posting join account on account.id = posting.account_id
        where account.owner_id = ${id} and account.kind = 'household-earned'`,
  );
  const entries = await rowsOf<HouseholdLedgerView['entries'][number]>(
    ctx,
    sql`select entry.at, entry.kind, entry.reference, trade_order.number as "orderNumber", line.product_name as product,
          lot.code as "lotCode", allocation.quantity, produce.base_unit as "baseUnit",
          allocation.agreed_price as "agreedPrice", -posting.amount as amount
        from posting join account on account.id = posting.account_id join entry on entry.id = posting.entry_id
        left join allocation on allocation.id::text = posting.detail
        left join order_line as line on line.id = allocation.line_id
        left join trade_order on trade_order.id = allocation.order_id
        left join lot on lot.id = allocation.lot_id
        left join produce on produce.id = allocation.produce_id
        where account.owner_id = ${id} and account.kind = 'household-earned'
        order by entry.at desc, posting.id desc
        limit ${ENTRIES_PER_PAGE} offset ${(page - 1) * ENTRIES_PER_PAGE}`,
  );
  return {
    household: view,
    balance: sums?.balance ?? (0 as Fen),
    page,
    pages: Math.max(1, Math.ceil((sums?.postings ?? 0) / ENTRIES_PER_PAGE)),
    entries,
  };
}
