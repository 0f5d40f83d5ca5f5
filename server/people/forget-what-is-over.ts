import { authorize, type Ctx, run, sql } from '#server/platform/index.ts';
import { forgetMessages } from '#server/platform/messages/index.ts';
import { forgetTries } from '#server/platform/rate-limit.ts';

/** Removes what no longer means anything: sessions and codes that ran out, counted tries, the addresses of old messages. */
export async function forgetWhatIsOver(ctx: Ctx): Promise<void> {
  authorize(ctx, 'people.forget');
  await run(ctx, sql`delete from user_session where expires_at < ${ctx.now}`);
  await run(ctx, sql`delete from user_verification where expires_at < ${ctx.now}`);
  await forgetMessages(ctx);
  await forgetTries(ctx);
}
