import { present } from '#server/kernel/errors.ts';
import type { Fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import { accounts } from './accounts.ts';
import type { FundView } from './contract.ts';

const ADVANCES_PER_PAGE = 40;
const MOVEMENTS_PER_PAGE = 40;

/** What the revolving fund holds, what is lent out, every advance with what came back of it, and what moved the fund. */
export async function getFund(ctx: Ctx, wish: { page: number; movements?: number }): Promise<FundView> {
  authorize(ctx, 'advances.give');
  const sums = present(
    await rowOf<{ balance: Fen; lent: Fen; advances: number }>(
      ctx,
      sql`select (select balance_fen from revolving_fund where code = 'common') as balance,
            (select coalesce(sum(amount_fen), 0)::bigint from due_line where kind in ('advance', 'advance-repaid')) as lent,
            (select count(*)::int from advance) as advances`,
    ),
    'the sums of the fund',
  );
  const pages = Math.max(1, Math.ceil(sums.advances / ADVANCES_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const advances = await rowsOf<FundView['advances'][number]>(
    ctx,
    sql`select advance.id, jsonb_build_object('code', household.code, 'name', household.name) as household,
          advance.amount_fen as amount, coalesce(repaid.fen, 0)::bigint as repaid, advance.reason,
          advance.given_at as "givenAt", person.name as by
        from advance join household on household.id = advance.household_id
        left join user_account as person on person.id = advance.actor_id
        left join lateral (
          select -sum(amount_fen) as fen from due_line where advance_id = advance.id and kind = 'advance-repaid'
        ) as repaid on true
        order by advance.given_at desc, advance.id desc
        limit ${ADVANCES_PER_PAGE} offset ${(page - 1) * ADVANCES_PER_PAGE}`,
  );
  return {
    balance: sums.balance,
    lent: sums.lent,
    page,
    pages,
    advances,
    movements: await movementsOf(ctx, wish.movements ?? 1),
  };
}

/** The postings of the fund's account, read from the fund's side: what came in is above zero. */
async function movementsOf(ctx: Ctx, wished: number): Promise<FundView['movements']> {
  const { code } = accounts.revolvingFund();
  const count = await rowOf<{ all: number }>(
    ctx,
    sql`select count(*)::int as "all" from posting join account on account.id = posting.account_id
        where account.code = ${code}`,
  );
  const pages = Math.max(1, Math.ceil((count?.all ?? 0) / MOVEMENTS_PER_PAGE));
  const page = Math.min(wished, pages);
  const rows = await rowsOf<FundView['movements']['rows'][number]>(
    ctx,
    sql`select posting.id::text, entry.at, entry.kind, -posting.amount as amount, posting.detail as "from",
          case when household.id is not null then jsonb_build_object('code', household.code, 'name', household.name) end
            as household, person.name as by
        from posting join account on account.id = posting.account_id join entry on entry.id = posting.entry_id
        left join advance on entry.kind = 'advance' and advance.id::text = entry.reference
        left join household on household.id = advance.household_id
        left join user_account as person on person.id = entry.actor_id
        where account.code = ${code} order by posting.id desc
        limit ${MOVEMENTS_PER_PAGE} offset ${(page - 1) * MOVEMENTS_PER_PAGE}`,
  );
  return { page, pages, rows };
}
