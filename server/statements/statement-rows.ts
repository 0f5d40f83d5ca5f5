import { businessDayOf } from '#server/kernel/calendar.ts';
import { type Ctx, type RawBuilder, rowsOf, sql } from '#server/platform/index.ts';
import type { StatementRow } from './contract.ts';

/** Agreed and not paid for longer than the rule of the day allows. */
export function isOverdue(now: Date): RawBuilder<boolean> {
  return sql`(statement.state in ('confirmed', 'failed') and statement.amount_fen > 0 and statement.answered_at
    < ${now}::timestamptz - make_interval(days => (
      select overdue_days from settlement_rule where valid_from <= ${businessDayOf(now)}::date order by valid_from desc limit 1)))`;
}

export const newestFirst: RawBuilder<unknown> = sql`statement.made_at desc, statement.number`;

/** Statements as rows of a list, newest first where nothing else is said. `which` narrows and pages the bare rows. */
export function readStatementRows(
  ctx: Pick<Ctx, 'em' | 'now'>,
  which: RawBuilder<unknown>,
  order: RawBuilder<unknown> = newestFirst,
): Promise<StatementRow[]> {
  return rowsOf(
    ctx,
    sql`select statement.id, statement.number,
          jsonb_build_object('code', household.code, 'name', household.name, 'village', village.name) as household,
          jsonb_build_object('code', coalesce(payer.code, statement.payer), 'name', payer.name) as payer,
          statement.way, statement.cycle, statement.period_from::text as "from", statement.period_to::text as "to",
          statement.amount_fen as amount, statement.state, statement.made_at as "madeAt",
          statement.answer_until as "answerUntil", statement.answered_at as "answeredAt",
          statement.answered_by as "answeredBy", ${isOverdue(ctx.now)} as overdue, household.bank_card_tail as "cardTail"
        from (select * from statement ${which}) as statement
        join household on household.id = statement.household_id
        join region as village on village.code = household.village_code
        left join organization as payer on payer.id::text = statement.payer
        order by ${order}`,
  );
}
