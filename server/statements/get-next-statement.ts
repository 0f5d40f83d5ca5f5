import { findAgreements } from '#server/dues/index.ts';
import { addDays, type BusinessDay, businessDayOf } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import { type Ctx, rowOf, sql } from '#server/platform/index.ts';
import { periodOf } from './periods.ts';

export type NextStatement = { on: BusinessDay; answerDays: number };

/**
 * The day of the statement on which stands what becomes payable to a household today, and how long it may be answered.
 * Where organizations settle with it in several ways, the latest of these days.
 */
export async function getNextStatement(ctx: Ctx, household: string): Promise<NextStatement> {
  const today = businessDayOf(ctx.now);
  const agreements = await findAgreements(ctx, household);
  const named = agreements.filter(({ organization }) => organization !== null);
  const days = (named.length > 0 ? named : agreements).map(({ cycle }) => addDays(periodOf(cycle, today).to, 1));
  const rule = await rowOf<{ days: number }>(
    ctx,
    sql`select answer_days as days from settlement_rule where valid_from <= ${today}::date
        order by valid_from desc limit 1`,
  );
  const on = present(days.toSorted().at(-1), 'how a household is settled with');
  return { on, answerDays: present(rule, 'the rule of settlement').days };
}
