import { type Ctx, rowsOf, sql } from '#server/platform/index.ts';
import type { EntrySubject } from './contract.ts';

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** What entries were booked for, by their reference. One that is for nothing of its own, as a batch is, is not among them. */
export async function findSubjects(ctx: Ctx, references: readonly string[]): Promise<Map<string, EntrySubject>> {
  const rows = await rowsOf<EntrySubject & { reference: string }>(
    ctx,
    sql`select wanted.id::text as reference, subject.what, subject.number
        from (select distinct reference::uuid as id from unnest(${[...references]}::text[]) as reference
          where reference ~ ${UUID}) as wanted
        cross join lateral (
          select 'order' as what, number from trade_order where id = wanted.id
          union all select 'bank-line', id::text from bank_line where id = wanted.id
          union all select 'bank-credit', id::text from bank_credit where id = wanted.id
          union all select 'statement', number from statement where id = wanted.id
          union all select 'payout', number from payout_run where id = wanted.id
          union all select 'objection', id::text from objection where id = wanted.id
          union all select 'advance', household.code from advance join household on household.id = household_id
            where advance.id = wanted.id
        ) as subject`,
  );
  return new Map(rows.map(({ reference, ...subject }) => [reference, subject]));
}
