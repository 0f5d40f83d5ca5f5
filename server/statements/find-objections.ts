import { readDueLines } from '#server/dues/index.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { isUuid } from '#server/kernel/ids.ts';
import { authorize, type Ctx, type RawBuilder, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { ObjectionsView, ObjectionView } from './contract.ts';

const OBJECTIONS_PER_PAGE = 30;

/** Objections, those that wait first, the longest waiting before the others. */
export async function findObjections(ctx: Ctx, wish: { page: number }): Promise<ObjectionsView> {
  authorize(ctx, 'books.read');
  const counts = await rowOf<{ all: number; open: number }>(
    ctx,
    sql`select count(*)::int as "all", count(*) filter (where state = 'open')::int as open from objection`,
  );
  const pages = Math.max(1, Math.ceil((counts?.all ?? 0) / OBJECTIONS_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const rows = await read(
    ctx,
    sql`order by objection.state, case objection.state when 'open' then objection.made_at end, objection.made_at desc
        limit ${OBJECTIONS_PER_PAGE} offset ${(page - 1) * OBJECTIONS_PER_PAGE}`,
  );
  return { open: counts?.open ?? 0, asOf: ctx.now.toISOString(), page, pages, rows };
}

/** An objection with the lines it is about. */
export async function getObjection(ctx: Ctx, id: string): Promise<ObjectionView> {
  authorize(ctx, 'books.read');
  const [row] = isUuid(id) ? await read(ctx, sql`where objection.id = ${id}`) : [];
  if (!row) throw new DomainError('not-found', 'statements.objection-unknown');
  const lines = await readDueLines(
    ctx,
    sql`where id in (select due_line_id from objection_line where objection_id = ${id})`,
  );
  return { ...row, lines };
}

/** The money of an objection waits too: for longer than money may take to be paid is late. */
function isLate(now: Date): RawBuilder<boolean> {
  return sql`(objection.state = 'open' and objection.made_at < ${now}::timestamptz - make_interval(days => (
    select overdue_days from settlement_rule where valid_from <= ${businessDayOf(now)}::date order by valid_from desc limit 1)))`;
}

function read(ctx: Ctx, which: RawBuilder<unknown>): Promise<ObjectionsView['rows']> {
  return rowsOf(
    ctx,
    sql`select objection.id, statement.number as "statementNumber",
          jsonb_build_object('code', household.code, 'name', household.name, 'village', village.name) as household,
          objection.reason, objection.made_at as "madeAt", objection.made_by as "madeBy", objection.state,
          objection.outcome, objection.resolution, objection.resolved_at as "resolvedAt", ${isLate(ctx.now)} as late, (
            select coalesce(sum(amount_fen), 0)::bigint from objection_line join due_line on due_line.id = due_line_id
            where objection_line.objection_id = objection.id
          ) as amount
        from objection join statement on statement.id = objection.statement_id
        join household on household.id = statement.household_id
        join region as village on village.code = household.village_code ${which}`,
  );
}
