import { addDays, businessDayOf, startOfDay } from '#server/kernel/calendar.ts';
import { authorize, type Ctx, run, sql } from '#server/platform/index.ts';
import { forgetTries } from '#server/platform/rate-limit.ts';

const MESSAGE_DAYS = 7;

/** Removes what no longer means anything: sessions and codes that ran out, counted tries, old messages of a demo. */
export async function forgetWhatIsOver(ctx: Ctx): Promise<void> {
  authorize(ctx, 'people.forget');
  await run(ctx, sql`delete from user_session where expires_at < ${ctx.now}`);
  await run(ctx, sql`delete from user_verification where expires_at < ${ctx.now}`);
  await run(
    ctx,
    sql`delete from message where created_at < ${startOfDay(addDays(businessDayOf(ctx.now), -MESSAGE_DAYS))}`,
  );
  await forgetTries(ctx);
}
