import { assert } from '#server/kernel/errors.ts';
import type { Job } from './job.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** When a job runs, as cron in Asia/Shanghai. Minutes must divide an hour, a day, or be a day. */
export function cronOf(job: Job): string {
  if ('cron' in job) return job.cron;
  const { everyMinutes } = job;
  if (everyMinutes === 1) return '* * * * *';
  if (HOUR % everyMinutes === 0 && everyMinutes < HOUR) return `*/${everyMinutes} * * * *`;
  if (everyMinutes === HOUR) return '0 * * * *';
  if (everyMinutes === DAY) return '0 0 * * *';
  const hours = everyMinutes / HOUR;
  assert(
    Number.isInteger(hours) && 24 % hours === 0,
    `${job.name}: ${everyMinutes} minutes divide neither hour nor day`,
  );
  return `0 */${hours} * * *`;
}

/** In how many minutes a job that has just run must have run again, or somebody should look. */
export function graceMinutes(untilNext: number): number {
  return Math.ceil(untilNext * 1.5) + 5;
}
