import { addDays, businessDayOf, startOfDay } from '#server/kernel/calendar.ts';
import { authorize, type Ctx } from '../ctx.ts';
import { run, sql } from '../sql.ts';

const KEPT_DAYS = 7;
/** One that was given up may still be mended. */
const GIVEN_UP_DAYS = 30;

/** Removes old codes, and of messages about news the address: what was said and when stays with its notice. */
export async function forgetMessages(ctx: Ctx): Promise<void> {
  authorize(ctx, 'people.forget');
  const daysAgo = (days: number) => startOfDay(addDays(businessDayOf(ctx.now), -days));
  await run(ctx, sql`delete from message where notice_id is null and created_at < ${daysAgo(KEPT_DAYS)}`);
  await run(
    ctx,
    sql`update message set recipient_token = null
        where recipient_token is not null and state in ('sent', 'not-sent', 'given-up')
          and created_at < case when state = 'given-up' then ${daysAgo(GIVEN_UP_DAYS)}::timestamptz
            else ${daysAgo(KEPT_DAYS)}::timestamptz end`,
  );
}
