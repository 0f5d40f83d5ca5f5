import { fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, type RawBuilder, rowsOf, sql } from '#server/platform/index.ts';
import type { BalanceRow, TrialBalance } from './contract.ts';

/**
 * The accounts by kind over a span of instants, as a set to select from: what stood before it, what came in (debit) and
 * went out (credit) within it, and what stands at its end. Over all kinds each column of sums is zero.
 */
export function balanceBetween(from: RawBuilder<unknown>, until: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select account.kind,
      coalesce(sum(posting.amount) filter (where entry.at < ${from}), 0)::bigint as opening,
      coalesce(sum(posting.amount) filter (where entry.at >= ${from} and posting.amount > 0), 0)::bigint as debit,
      coalesce(-sum(posting.amount) filter (where entry.at >= ${from} and posting.amount < 0), 0)::bigint as credit,
      sum(posting.amount)::bigint as closing, count(*) filter (where entry.at >= ${from})::int as postings
    from entry join posting on posting.entry_id = entry.id join account on account.id = posting.account_id
    where entry.at < ${until} group by account.kind)`;
}

/** The same as one value, in a fixed order: what is kept when a month is closed. */
export function balanceAsJson(from: RawBuilder<unknown>, until: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(jsonb_agg(to_jsonb(row) order by row.kind collate "C"), '[]')
    from ${balanceBetween(from, until)} as row)`;
}

/** What every kind of account held, took in and gave out from one instant until before another. */
export async function getTrialBalance(ctx: Ctx, span: { from: Date; until: Date }): Promise<TrialBalance> {
  authorize(ctx, 'books.read');
  const rows = await rowsOf<BalanceRow>(
    ctx,
    sql`select * from ${balanceBetween(sql`${span.from}::timestamptz`, sql`${span.until}::timestamptz`)} as row
        order by kind collate "C"`,
  );
  const sumOf = (column: 'opening' | 'debit' | 'credit' | 'closing') =>
    fen(rows.reduce((sum, row) => sum + row[column], 0));
  return {
    rows,
    sums: { opening: sumOf('opening'), debit: sumOf('debit'), credit: sumOf('credit'), closing: sumOf('closing') },
  };
}
