import { DomainError } from '#server/kernel/errors.ts';
import { recordChange, rowOf, run, sql, type Tx } from '#server/platform/index.ts';
import { balanceAsJson } from './trial-balance.ts';

/**
 * Closes a month for good: no entry can be dated into it, or before it, any more. Waits for those who are posting in
 * that month, then keeps its trial balance, chained to the month before. Months are closed once over, in order.
 */
export async function sealPeriod(tx: Tx, month: string): Promise<{ hash: string }> {
  // A statement of its own: the next one then sees what those it waited for have written.
  await run(tx, sql`select lock_month(${month}, true)`);
  const due = await nextMonth(tx);
  if (due === null || month > due)
    throw new DomainError('conflict', 'ledger.earlier-month-open', { month, due: due ?? '' });
  if (month < due) throw new DomainError('conflict', 'ledger.month-closed', { month });

  const sealed = await rowOf<{ hash: string }>(
    tx,
    sql`with span as (
          select (${month} || '-01')::timestamp at time zone 'Asia/Shanghai' as starts_at,
            ((${month} || '-01')::timestamp + interval '1 month') at time zone 'Asia/Shanghai' as ends_at
        ), kept as (
          select span.*, ${balanceAsJson(sql`span.starts_at`, sql`span.ends_at`)} as balance,
            coalesce((select hash from accounting_period order by starts_at desc limit 1), '') as previous
          from span where span.ends_at <= ${tx.now}
        )
        insert into accounting_period (month, starts_at, ends_at, closed_at, closed_by, balance, previous_hash, hash)
        select ${month}, starts_at, ends_at, ${tx.now}, ${tx.actor.id}, balance, previous,
          encode(sha256(convert_to(previous || ' ' || ${month} || ' ' || balance::text, 'UTF8')), 'hex')
        from kept returning hash`,
  );
  if (!sealed) throw new DomainError('conflict', 'ledger.month-not-over', { month });
  await recordChange(tx, { subject: 'accounting-period', subjectId: month, what: 'closed', after: sealed });
  return sealed;
}

/** The only month that may be closed next: after the last closed one, or the one of the first entry. Null: no entry yet. */
async function nextMonth(tx: Tx): Promise<string | null> {
  const row = await rowOf<{ month: string | null }>(
    tx,
    sql`select to_char(coalesce((select max(ends_at) from accounting_period), (select min(at) from entry))
          at time zone 'Asia/Shanghai', 'YYYY-MM') as month`,
  );
  return row?.month ?? null;
}
