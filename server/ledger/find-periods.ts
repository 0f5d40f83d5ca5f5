import { authorize, type Ctx, rowsOf, sql } from '#server/platform/index.ts';
import type { PeriodView } from './contract.ts';

/** The closed months, newest first. */
export function findPeriods(ctx: Ctx): Promise<PeriodView[]> {
  authorize(ctx, 'books.read');
  return rowsOf<PeriodView>(
    ctx,
    sql`select month, closed_at as "closedAt", person.name as by, hash, balance
        from accounting_period left join user_account as person on person.id = closed_by order by starts_at desc limit 240`,
  );
}
