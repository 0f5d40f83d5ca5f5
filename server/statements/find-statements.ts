import { present } from '#server/kernel/errors.ts';
import type { Fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, type RawBuilder, rowOf, sql } from '#server/platform/index.ts';
import type { StatementFilter, StatementRow, StatementsView } from './contract.ts';
import { isOverdue, readStatementRows } from './statement-rows.ts';

const STATEMENTS_PER_PAGE = 40;
const OWN_STATEMENTS_MAX = 60;

/** Every statement is under `all` and at the one place where it stands; what is overdue or objected to stands there too. */
export async function findStatements(
  ctx: Ctx,
  { period = null, ...wish }: { filter: StatementFilter; page: number; period?: StatementsView['period'] },
): Promise<StatementsView> {
  authorize(ctx, 'books.read');
  const within = period ? sql`period_to between ${period.from}::date and ${period.to}::date` : sql<boolean>`true`;
  const counts = await countsOf(ctx, within);
  const pages = Math.max(1, Math.ceil(counts[wish.filter].statements / STATEMENTS_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const rows = await readStatementRows(
    ctx,
    sql`where ${within} and ${filters(ctx.now)[wish.filter]} order by made_at desc, number
        limit ${STATEMENTS_PER_PAGE} offset ${(page - 1) * STATEMENTS_PER_PAGE}`,
  );
  return { filter: wish.filter, period, counts, page, pages, rows };
}

/** The statements of one household, newest first: for the books, and for the helper of its village. */
export async function findHouseholdStatements(ctx: Ctx, code: string): Promise<StatementRow[]> {
  const home = await rowOf<{ id: string; village: string }>(
    ctx,
    sql`select id, village_code as village from household where code = ${code}`,
  );
  if (!ctx.actor.grants.some(({ permission }) => permission === 'books.read')) {
    authorize(ctx, 'statements.answer-for', { area: home?.village ?? '' });
  }
  return readStatementRows(
    ctx,
    sql`where household_id = ${home?.id ?? null} order by period_to desc, number limit ${OWN_STATEMENTS_MAX}`,
  );
}

function filters(now: Date): Record<StatementFilter, RawBuilder<unknown>> {
  return {
    all: sql`true`,
    stated: sql`state = 'stated'`,
    held: sql`state = 'objected'`,
    due: sql`state = 'confirmed'`,
    overdue: isOverdue(now),
    objected: sql`exists (select from objection where objection.statement_id = statement.id and objection.state = 'open')`,
    paying: sql`state in ('approved', 'paying')`,
    failed: sql`state = 'failed'`,
    paid: sql`state = 'paid'`,
  };
}

async function countsOf(ctx: Ctx, within: RawBuilder<unknown>): Promise<StatementsView['counts']> {
  const each = Object.entries(filters(ctx.now));
  const parts = each.map(
    ([name, which]) => sql`${name}::text, jsonb_build_object('statements', count(*) filter (where ${which}),
      'amount', coalesce(sum(amount_fen) filter (where ${which}), 0))`,
  );
  const row = await rowOf<{ counts: Record<StatementFilter, { statements: number; amount: Fen }> }>(
    ctx,
    sql`select jsonb_build_object(${sql.join(parts)}) as counts from statement where ${within}`,
  );
  return present(row, 'the counts of statements').counts;
}
