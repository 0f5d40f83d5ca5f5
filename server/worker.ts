import { openWork } from '#server/open-work.ts';
import { log } from '#server/platform/index.ts';

const worker = await openWork();
log.info('working');

let stopping = false;
async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await worker.stop();
  process.exit(exitCode);
}
process.on('SIGTERM', () => stop(0));
process.on('SIGINT', () => stop(0));
process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was left to fail by itself'));
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'uncaught');
  stop(1).catch(() => process.exit(1));
});
