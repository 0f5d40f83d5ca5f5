export { defineJob, defineListener, type Job, type Listener } from './job.ts';
export { openWorker, RELAY_HEARTBEAT, type Worker } from './open-worker.ts';
export { redriveDeadLetters } from './redrive.ts';
