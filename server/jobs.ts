import type { Job, Listener } from '#server/platform/jobs/index.ts';

/** Every recurring job, listed by hand: what is not here is never done. */
export const jobs: Job[] = [];

/** Everybody who listens for news. */
export const listeners: Listener[] = [];
