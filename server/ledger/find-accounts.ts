import { DomainError } from '#server/kernel/errors.ts';
import { fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, rowsOf, sql } from '#server/platform/index.ts';
import type { AccountBalance, AccountsView, Span } from './contract.ts';

const ACCOUNTS_PER_PAGE = 50;

/** The accounts of one kind over a span of instants, the largest balance first; those nothing was ever booked on are left out. */
export async function findAccounts(ctx: Ctx, kind: string, span: Span, wish: { page: number }): Promise<AccountsView> {
  authorize(ctx, 'books.read');
  const read = (page: number) =>
    rowsOf<AccountBalance & { all: number; sums: AccountsView['sums'] }>(
      ctx,
      sql`with balance as (
            select account_id, coalesce(sum(amount) filter (where entry.at < ${span.from}), 0)::bigint as opening,
              coalesce(sum(amount) filter (where entry.at >= ${span.from} and amount > 0), 0)::bigint as debit,
              coalesce(-sum(amount) filter (where entry.at >= ${span.from} and amount < 0), 0)::bigint as credit,
              sum(amount)::bigint as closing, count(*) filter (where entry.at >= ${span.from})::int as postings
            from account join posting on posting.account_id = account.id join entry on entry.id = posting.entry_id
            where account.kind = ${kind} and entry.at < ${span.until} group by account_id
          ), sums as (
            select count(*)::int as "all", jsonb_build_object('opening', coalesce(sum(opening), 0),
              'debit', coalesce(sum(debit), 0), 'credit', coalesce(sum(credit), 0), 'closing', coalesce(sum(closing), 0)) as sums
            from balance
          )
          select account.code, account.kind, account.owner_id as "ownerId", balance.opening, balance.debit, balance.credit,
            balance.closing, balance.postings, sums."all", sums.sums
          from balance join account on account.id = balance.account_id cross join sums
          order by abs(balance.closing) desc, account.code
          limit ${ACCOUNTS_PER_PAGE} offset ${(page - 1) * ACCOUNTS_PER_PAGE}`,
    );
  let page = wish.page;
  let rows = await read(page);
  // A page past the end: the first says how many there are.
  if (rows.length === 0 && page > 1) {
    page = 1;
    rows = await read(page);
  }
  if (rows.length === 0) await refuseUnknownKind(ctx, kind);
  const [first] = rows;
  return {
    kind,
    page,
    pages: Math.max(1, Math.ceil((first?.all ?? 0) / ACCOUNTS_PER_PAGE)),
    sums: first?.sums ?? { opening: fen(0), debit: fen(0), credit: fen(0), closing: fen(0) },
    rows: rows.map(({ all: _, sums: __, ...row }) => row),
  };
}

async function refuseUnknownKind(ctx: Ctx, kind: string): Promise<void> {
  const [known] = await rowsOf(ctx, sql`select from account where kind = ${kind} limit 1`);
  if (!known) throw new DomainError('not-found', 'ledger.account-unknown');
}
