import { addDays, type BusinessDay, businessDay, businessDayOf } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import { findPeriods } from '#server/ledger/index.ts';
import { authorize, type Ctx, rowOf, sql } from '#server/platform/index.ts';
import type { ClosingMonth, ClosingView, MonthRow } from './contract.ts';
import { findLastProof } from './last-proof.ts';
import { JOBS_PROOF } from './prove-books.ts';

const MONTHS_SHOWN_MAX = 240;

/** The months of the books, newest first, and what stands in the way of closing the one whose turn it is. */
export async function getClosing(ctx: Ctx): Promise<ClosingView> {
  authorize(ctx, 'books.read');
  const closed = await findPeriods(ctx);
  const first = await firstMonth(ctx);
  const [last] = closed;
  const due = last ? monthAfter(last.month) : first;
  if (due === null) return { months: [], next: null };
  const running = businessDayOf(ctx.now).slice(0, 7);
  const months: MonthRow[] = closed.map(({ month, closedAt, by, hash }) => ({
    month,
    state: 'closed',
    closedAt,
    by,
    hash,
  }));
  for (let month = due; month <= running && months.length < MONTHS_SHOWN_MAX; month = monthAfter(month)) {
    months.unshift({ month, state: month === running ? 'running' : 'open', closedAt: null, by: null, hash: null });
  }
  return { months, next: await closingOf(ctx, due, due < running) };
}

async function closingOf(ctx: Ctx, month: string, isOver: boolean): Promise<ClosingMonth> {
  const proof = await findLastProof(ctx);
  const waiting = present(
    await rowOf<ClosingMonth['waiting']>(
      ctx,
      sql`select (select count(*)::int from payment where state = 'succeeded' and applied_at is null) as unapplied,
            (select count(*)::int from bank_line where placed_fen < amount_fen) as lines,
            (select count(*)::int from payment_refund where state in ('failed', 'by-hand')) as refunds`,
    ),
    'the counts of what waits',
  );
  const broken = proof?.results.filter(({ holds, name }) => !holds && name !== JOBS_PROOF).length ?? 0;
  return {
    month,
    isOver,
    from: firstDayOf(monthAfter(month)),
    proof: proof ? { asOf: proof.asOf, proofs: proof.results.length, broken } : null,
    waiting,
  };
}

async function firstMonth(ctx: Ctx): Promise<string | null> {
  const row = await rowOf<{ month: string | null }>(
    ctx,
    sql`select to_char(min(at) at time zone 'Asia/Shanghai', 'YYYY-MM') as month from entry`,
  );
  return row?.month ?? null;
}

function firstDayOf(month: string): BusinessDay {
  return businessDay(`${month}-01`);
}

function monthAfter(month: string): string {
  return addDays(firstDayOf(month), 31).slice(0, 7);
}
