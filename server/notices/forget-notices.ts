import { addDays, businessDayOf, startOfDay } from '#server/kernel/calendar.ts';
import { authorize, type Ctx, run, sql } from '#server/platform/index.ts';

/** A year and a little: last year's harvest can still be looked up. */
const KEPT_DAYS = 400;
const PER_RUN = 20_000;

/** Removes notices nobody looks up any more, with the messages that carried them. */
export async function forgetNotices(ctx: Ctx): Promise<number> {
  authorize(ctx, 'people.forget');
  return run(
    ctx,
    sql`delete from notice where id in (
          select id from notice where at < ${startOfDay(addDays(businessDayOf(ctx.now), -KEPT_DAYS))} order by at limit ${PER_RUN})`,
  );
}
