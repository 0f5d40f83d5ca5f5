import { isLent, isProposed } from '#server/dues/index.ts';
import { present } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { OwnStatementRow, OwnStatementsView } from './contract.ts';
import { readStatementRows } from './statement-rows.ts';

const STATEMENTS_PER_PAGE = 12;
/** More households than share one phone. */
const HOUSEHOLDS_MAX = 10;

/**
 * The statements of the household whose phone the actor has proven, newest first, with what was paid and when. Somebody
 * whose phone is no household's finds none.
 */
export async function findOwnStatements(ctx: Ctx, wish: { page: number }): Promise<OwnStatementsView> {
  authorize(ctx, 'statements.see-own');
  const households = await rowsOf<{ id: string; name: string; village: LocalizedText }>(
    ctx,
    sql`select household.id, household.name, village.name as village
        from user_account as person join household on household.phone_token = person.phone_token
        join region as village on village.code = household.village_code
        where person.id = ${ctx.actor.id} and person.phone_verified order by household.code limit ${HOUSEHOLDS_MAX}`,
  );
  const own = sql`household_id = any(${households.map(({ id }) => id)}::uuid[])`;
  const sums = present(
    await rowOf<OwnStatementsView['sums'] & { statements: number }>(
      ctx,
      sql`select (select count(*)::int from statement where ${own}) as statements,
            (select coalesce(sum(amount_fen), 0)::bigint from statement where ${own} and state = 'paid') as paid,
            (select coalesce(sum(amount_fen), 0)::bigint from statement where ${own}
              and state in ('stated', 'confirmed', 'approved', 'paying', 'failed')) as coming,
            (select coalesce(sum(amount_fen), 0)::bigint from due_line
                where ${own} and state = 'accrued' and not ${isProposed})
              - (select coalesce(sum(amount_fen), 0)::bigint from due_line where ${own} and ${isLent})
              + (select coalesce(sum(household_fen - unearned_fen), 0)::bigint
                from allocation join parcel on parcel.id = allocation.parcel_id
                where ${own} and earned_at is not null and parcel.matured_at is null
                  and not exists (select from due_line where allocation_id = allocation.id and kind = 'sale')) as later,
            (select coalesce(sum(amount_fen), 0)::bigint from due_line
                where ${own} and state = 'objected' and not ${isProposed}) as disputed`,
    ),
    'the sums of a household',
  );
  const { statements, ...money } = sums;
  const pages = Math.max(1, Math.ceil(statements / STATEMENTS_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const rows = await readStatementRows(
    ctx,
    sql`where ${own} order by made_at desc, number
        limit ${STATEMENTS_PER_PAGE} offset ${(page - 1) * STATEMENTS_PER_PAGE}`,
  );
  const more = await rowsOf<Pick<OwnStatementRow, 'id' | 'accessCode' | 'paidAt'>>(
    ctx,
    sql`select id, access_code as "accessCode", coalesce(
            (select max(paid_at) from transfer where statement_id = statement.id and transfer.state = 'paid'),
            case when state = 'paid' then answered_at end) as "paidAt"
        from statement where id = any(${rows.map(({ id }) => id)}::uuid[])`,
  );
  const byId = new Map(more.map((row) => [row.id, row]));
  return {
    households: households.map(({ id: _, ...household }) => household),
    sums: money,
    page,
    pages,
    rows: rows.map((row) => ({ ...row, accessCode: '', paidAt: null, ...byId.get(row.id) })),
  };
}
