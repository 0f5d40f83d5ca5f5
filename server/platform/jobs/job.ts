import type { Ctx } from '../ctx.ts';
import type { Delivered } from '../outbox.ts';

type Recurrence = { everyMinutes: number } | { cron: string };

/**
 * Recurring work. However many workers run, one of them does it each time; while it runs the next time is skipped. It
 * may be cut off and run again, so it takes up where it left.
 */
export type Job = Recurrence & {
  readonly name: string;
  /** How long one run may take before it counts as dead and is tried again. */
  readonly minutesMax?: number;
  run(ctx: Ctx): Promise<unknown>;
};

/** Who wants to hear news of a topic. Every piece comes at least once, in no certain order. */
export type Listener = {
  readonly name: string;
  readonly topic: string;
  /** How often a piece it failed on is told again: 20 unless said, with pauses up to an hour. */
  readonly tries?: number;
  hear(ctx: Ctx, news: Delivered): Promise<unknown>;
};

export function defineJob(job: Job): Job {
  return job;
}

export function defineListener(listener: Listener): Listener {
  return listener;
}

/** A name as the queue spells it: letters, digits, dots and dashes. */
export function queueOf(kind: 'job' | 'news', name: string): string {
  return `${kind}/${name.trim().replaceAll(/[^A-Za-z0-9.]+/g, '-')}`;
}
