import { DomainError, present } from '#server/kernel/errors.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { AccountBalance, AccountView, BookedPosting, Span } from './contract.ts';

const POSTINGS_PER_PAGE = 50;

/** An account over a span of instants: what stood on it before, what was booked since, newest first, and what stands at its end. */
export async function getAccount(ctx: Ctx, code: string, span: Span, wish: { page: number }): Promise<AccountView> {
  authorize(ctx, 'books.read');
  const account = await rowOf<{ id: string; code: string; kind: string; ownerId: string | null }>(
    ctx,
    sql`select id, code, kind, owner_id as "ownerId" from account where code = ${code}`,
  );
  if (!account) throw new DomainError('not-found', 'ledger.account-unknown');
  const { id, ...named } = account;
  const sums = await rowOf<Omit<AccountBalance, 'code' | 'kind' | 'ownerId'>>(
    ctx,
    sql`select coalesce(sum(amount) filter (where entry.at < ${span.from}), 0)::bigint as opening,
          coalesce(sum(amount) filter (where entry.at >= ${span.from} and amount > 0), 0)::bigint as debit,
          coalesce(-sum(amount) filter (where entry.at >= ${span.from} and amount < 0), 0)::bigint as credit,
          coalesce(sum(amount), 0)::bigint as closing, count(*) filter (where entry.at >= ${span.from})::int as postings
        from posting join entry on entry.id = posting.entry_id
        where posting.account_id = ${id} and entry.at < ${span.until}`,
  );
  const balance = present(sums, 'the sums of an account');
  const pages = Math.max(1, Math.ceil(balance.postings / POSTINGS_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const rows = await rowsOf<BookedPosting>(
    ctx,
    sql`select posting.id, posting.amount, entry.id as "entryId", entry.kind, entry.at, entry.reference
        from posting join entry on entry.id = posting.entry_id
        where posting.account_id = ${id} and entry.at >= ${span.from} and entry.at < ${span.until}
        order by entry.at desc, posting.id desc limit ${POSTINGS_PER_PAGE} offset ${(page - 1) * POSTINGS_PER_PAGE}`,
  );
  return { ...named, ...balance, page, pages, rows };
}
