import { DomainError } from '#server/kernel/errors.ts';
import { isUuid } from '#server/kernel/ids.ts';
import { authorize, type Ctx, rowOf, sql } from '#server/platform/index.ts';
import type { EntryHead } from './contract.ts';

/** One entry: what was booked, when and by whom, and what its two sides come to. */
export async function getEntry(ctx: Ctx, id: string): Promise<EntryHead> {
  authorize(ctx, 'books.read');
  if (!isUuid(id)) throw new DomainError('not-found', 'ledger.entry-unknown');
  const entry = await rowOf<EntryHead>(
    ctx,
    sql`select entry.id, entry.key, entry.kind, entry.at, entry.reference, person.name as by, reversed.key as reverses,
          sums.postings, sums.debit, sums.sum
        from entry left join user_account as person on person.id = entry.actor_id
        left join entry as reversed on reversed.id = entry.reverses_id
        cross join lateral (
          select count(*)::int as postings, coalesce(sum(amount), 0)::bigint as sum,
            coalesce(sum(amount) filter (where amount > 0), 0)::bigint as debit
          from posting where entry_id = entry.id
        ) as sums where entry.id = ${id}`,
  );
  if (!entry) throw new DomainError('not-found', 'ledger.entry-unknown');
  return entry;
}
