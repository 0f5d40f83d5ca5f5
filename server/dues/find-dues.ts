import { DomainError, present } from '#server/kernel/errors.ts';
import { type Ctx, organizationsWith, type RawBuilder, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { DueFilter, DueHouseholdRow, DueHouseholdsView, HouseholdDuesView, HouseholdMoney } from './contract.ts';
import { isLent, isProposed } from './counted.ts';
import { readDueLines } from './due-lines.ts';
import { getHouseholdByCode } from './household-of.ts';

const LINES_PER_PAGE = 50;
const HOUSEHOLDS_PER_PAGE = 40;

/** What the reader may see: lines of the organizations it answers for, or all. */
function ownLines(ctx: Ctx, column: RawBuilder<unknown>): RawBuilder<unknown> {
  const own = organizationsWith(ctx.actor, 'dues.read');
  if (own !== 'all' && own.length === 0)
    throw new DomainError('forbidden', 'access.denied', { permission: 'dues.read' });
  return own === 'all' ? sql`true` : sql`${column} = any(${own}::uuid[])`;
}

const states = (kind: string) => sql`coalesce(sum(amount) filter (where stands = ${kind}), 0)::bigint`;

const money = sql`${states('earned')} as earned, ${states('advanced')} as advanced, ${states('accrued')} as accrued,
  ${states('proposed')} as proposed, ${states('stated')} as stated, ${states('confirmed')} as confirmed,
  ${states('objected')} as objected, ${states('paying')} as paying, ${states('failed')} as failed, ${states('paid')} as paid`;

/**
 * Every fen of household money and where it stands; what is sold and not payable comes from the sales themselves, less
 * what was paid early of it.
 */
function standing(ctx: Ctx): RawBuilder<unknown> {
  return sql`
    select household_id, amount_fen as amount,
      case when ${isProposed} then 'proposed' when state = 'approved' then 'paying' else state end as stands
    from due_line where state <> 'dropped' and ${ownLines(ctx, sql`due_line.organization_id`)}
    union all
    select household_id, -amount_fen, 'advanced' from due_line
    where ${isLent} and ${ownLines(ctx, sql`due_line.organization_id`)}
    union all
    select allocation.household_id, allocation.household_fen - allocation.unearned_fen, 'earned'
    from allocation join parcel on parcel.id = allocation.parcel_id
    where allocation.earned_at is not null and allocation.household_fen > allocation.unearned_fen
      and parcel.matured_at is null and ${ownLines(ctx, sql`parcel.organization_id`)}
      and not exists (select from due_line where allocation_id = allocation.id and kind = 'sale')`;
}

/** Households with money somewhere on its way, most due first: of all, or of the organizations the reader answers for. */
export async function findDueHouseholds(ctx: Ctx, wish: { page: number }): Promise<DueHouseholdsView> {
  const all = standing(ctx);
  const sums = present(
    await rowOf<HouseholdMoney & { households: number }>(
      ctx,
      sql`select count(distinct household_id)::int as households, ${money} from (${all}) as standing`,
    ),
    'the sums of dues',
  );
  const { households, ...total } = sums;
  const pages = Math.max(1, Math.ceil(households / HOUSEHOLDS_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const rows = await rowsOf<DueHouseholdRow>(
    ctx,
    sql`select household.code, household.name, village.name as village, sums.earned, sums.advanced, sums.accrued,
          sums.proposed, sums.stated, sums.confirmed, sums.objected, sums.paying, sums.failed, sums.paid
        from (select household_id, ${money} from (${all}) as standing group by household_id) as sums
        join household on household.id = sums.household_id join region as village on village.code = household.village_code
        order by sums.accrued + sums.stated + sums.confirmed + sums.objected + sums.failed desc, household.code
        limit ${HOUSEHOLDS_PER_PAGE} offset ${(page - 1) * HOUSEHOLDS_PER_PAGE}`,
  );
  return { total, households, page, pages, rows };
}

/** All a household was ever owed, or what of it stands somewhere, newest first; and where its money stands. */
export async function getHouseholdDues(
  ctx: Ctx,
  code: string,
  { filter = 'all', ...wish }: { page: number; filter?: DueFilter },
): Promise<HouseholdDuesView> {
  const own = ownLines(ctx, sql`due_line.organization_id`);
  const { id, name, village } = await getHouseholdByCode(ctx, code);
  const listed = sql`household_id = ${id} and ${own} and ${standsIn(filter)}`;
  const sums = await rowOf<HouseholdMoney & { lines: number }>(
    ctx,
    sql`select ${money}, (select count(*)::int from due_line where ${listed}) as lines
        from (${standing(ctx)}) as standing where household_id = ${id}`,
  );
  const { lines, ...stands } = present(sums, 'the sums of a household');
  const pages = Math.max(1, Math.ceil(lines / LINES_PER_PAGE));
  const page = Math.min(wish.page, pages);
  return {
    household: { code, name, village },
    money: stands,
    filter,
    page,
    pages,
    lines: await readDueLines(
      ctx,
      sql`where ${listed} order by arose_on desc, id desc
          limit ${LINES_PER_PAGE} offset ${(page - 1) * LINES_PER_PAGE}`,
    ),
  };
}

/** The lines behind a figure of the same name. */
function standsIn(filter: DueFilter): RawBuilder<unknown> {
  if (filter === 'all') return sql`true`;
  if (filter === 'advanced') return isLent;
  if (filter === 'proposed') return isProposed;
  return sql`${filter === 'paying' ? sql`state in ('approved', 'paying')` : sql`state = ${filter}`} and not ${isProposed}`;
}
