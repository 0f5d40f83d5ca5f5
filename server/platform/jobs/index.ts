export { forgetOldNews } from './forget-old-news.ts';
export { defineJob, defineListener, type Job, type Listener } from './job.ts';
export { openWorker, type Worker } from './open-worker.ts';
export { redriveDeadLetters } from './redrive.ts';
