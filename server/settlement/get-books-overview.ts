import { addDays, businessDayOf, startOfDay, startOfWeek } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import type { MakeUp } from '#server/kernel/make-up.ts';
import { authorize, type Ctx, overdueHeartbeats, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { BooksOverviewView, BooksWeekView, Period } from './contract.ts';

const UNAPPLIED_SHOWN_MAX = 20;

/** What waits for a bookkeeper, and what this week and the one before came to in the ledger. */
export async function getBooksOverview(ctx: Ctx): Promise<BooksOverviewView> {
  authorize(ctx, 'books.read');
  const monday = startOfWeek(businessDayOf(ctx.now));
  const overdue = await overdueHeartbeats(ctx);
  return {
    thisWeek: await weekOf(ctx, { from: monday, to: addDays(monday, 6) }),
    lastWeek: await weekOf(ctx, { from: addDays(monday, -7), to: addDays(monday, -1) }),
    unapplied: await findUnappliedMoney(ctx),
    overdueJobs: overdue.map(({ name, due_at }) => ({ name, dueAt: due_at })),
  };
}

type WeekSums = MakeUp & { orders: number; households: number };

async function weekOf(ctx: Ctx, week: Period): Promise<BooksWeekView> {
  const part = (kind: string) => sql`coalesce(-sum(posting.amount) filter (where account.kind = ${kind}), 0)::bigint`;
  const sums = await rowOf<WeekSums>(
    ctx,
    sql`select count(distinct entry.id) filter (where entry.kind = 'sale')::int as orders,
          count(distinct account.owner_id) filter (where account.kind = 'household-earned')::int as households,
          ${part('household-earned')} as household, ${part('seller-earned')} as seller, ${part('packing')} as packing,
          ${part('freight')} as freight, ${part('platform-fee')} as platform
        from entry join posting on posting.entry_id = entry.id join account on account.id = posting.account_id
        where entry.kind in ('sale', 'refund') and entry.at >= ${startOfDay(week.from)} and entry.at < ${startOfDay(addDays(week.to, 1))}`,
  );
  const { orders, households, ...makeUp } = present(sums, 'the sums of a week');
  return { ...week, orders, households, makeUp };
}

function findUnappliedMoney(ctx: Ctx): Promise<BooksOverviewView['unapplied']> {
  return rowsOf(
    ctx,
    sql`select payment.id, trade_order.number as "orderNumber", payment.amount_fen as amount, payment.settled_at as since
        from payment join trade_order on trade_order.id = payment.order_id
        where payment.state = 'succeeded' and payment.applied_at is null
        order by payment.settled_at limit ${UNAPPLIED_SHOWN_MAX}`,
  );
}
