import { addMinutes } from '#server/kernel/calendar.ts';
import { run, sql } from '../sql.ts';
import { defineJob } from './job.ts';

const KEPT_DAYS = 30;
const MINUTES_PER_DAY = 1_440;
const PER_RUN = 50_000;

/** Delivered news is kept a month, for who wants to know what was told; then it only makes the box slow. */
export const forgetOldNews = defineJob({
  name: 'platform.forget-old-news',
  everyMinutes: 60,
  run: (ctx) =>
    run(
      ctx,
      sql`delete from outbox where id in (
            select id from outbox where delivered_at < ${addMinutes(ctx.now, -KEPT_DAYS * MINUTES_PER_DAY)}
            order by id limit ${PER_RUN})`,
    ),
});
