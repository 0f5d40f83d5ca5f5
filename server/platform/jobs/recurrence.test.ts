import { expect, test } from 'vitest';
import { defineJob, queueOf } from './job.ts';
import { cronOf } from './recurrence.ts';

const every = (everyMinutes: number) => cronOf(defineJob({ name: 'a job', everyMinutes, run: async () => undefined }));

test('minutes become cron where they divide an hour or a day, and are refused where they do not', () => {
  expect([1, 5, 60, 120, 1_440].map(every)).toEqual([
    '* * * * *',
    '*/5 * * * *',
    '0 * * * *',
    '0 */2 * * *',
    '0 0 * * *',
  ]);
  expect(() => every(7)).toThrow('7 minutes divide neither hour nor day');
});

test('a name becomes the name of a queue', () => {
  expect(queueOf('job', 'release expired holds')).toBe('job/release-expired-holds');
  expect(queueOf('news', 'settlement hears order.delivered')).toBe('news/settlement-hears-order.delivered');
});
