import { present } from '#server/kernel/errors.ts';
import { type Actor, authorize, type Ctx, rowOf, sql } from '#server/platform/index.ts';
import type { VillageFilter, VillageStatementsView } from './contract.ts';
import { newestFirst, readStatementRows } from './statement-rows.ts';

const STATEMENTS_PER_PAGE = 30;

/** The statements of the households a helper answers for: those that wait for an answer, the soonest to end first, or all. */
export async function findVillageStatements(
  ctx: Ctx,
  wish: { filter: VillageFilter; page: number },
): Promise<VillageStatementsView> {
  const areas = areasOf(ctx.actor);
  authorize(ctx, 'statements.answer-for', areas[0] === undefined ? {} : { area: areas[0] });
  const own = sql`household_id in (select id from household
    where village_code like any(${areas.map((area) => `${area}%`)}::text[]))`;
  const waiting = sql`state = 'stated' and answer_until >= ${ctx.now}`;
  const counts = present(
    await rowOf<VillageStatementsView['counts']>(
      ctx,
      sql`select count(*) filter (where ${waiting})::int as waiting, count(*)::int as "all" from statement where ${own}`,
    ),
    'the counts of statements',
  );
  const isWaiting = wish.filter === 'waiting';
  const pages = Math.max(1, Math.ceil(counts[wish.filter] / STATEMENTS_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const order = isWaiting ? sql`statement.answer_until, statement.number` : newestFirst;
  const rows = await readStatementRows(
    ctx,
    sql`where ${own} and ${isWaiting ? waiting : sql`true`} order by ${order}
        limit ${STATEMENTS_PER_PAGE} offset ${(page - 1) * STATEMENTS_PER_PAGE}`,
    order,
  );
  return { filter: wish.filter, counts, page, pages, rows };
}

function areasOf({ grants }: Actor): string[] {
  return grants.flatMap(({ permission, area }) => (permission === 'statements.answer-for' && area ? [area] : []));
}
