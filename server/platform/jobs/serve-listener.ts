import type { PgBoss, WorkOptions } from 'pg-boss';
import { log } from '../log.ts';
import type { Delivered } from '../outbox.ts';
import { DEAD_LETTERS } from './dead-letters.ts';
import { type Listener, queueOf } from './job.ts';
import { LOOK_AGAIN_SECONDS, type Open, setUpQueue } from './queue.ts';

const NEWS_PER_BATCH = 20;
/** With pauses from two seconds up to an hour: about ten hours, before somebody must look. */
const NEWS_TRIES = 20;

/** Tells a listener the news that waits for it, piece by piece. */
export async function serveListener(boss: PgBoss, listener: Listener, open: Open): Promise<void> {
  const queue = queueOf('news', listener.name);
  const options = {
    retryLimit: listener.tries ?? NEWS_TRIES,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 3_600,
    deadLetter: DEAD_LETTERS,
    notify: true,
  };
  await setUpQueue(boss, queue, options);
  await boss.work<Delivered, unknown, WorkOptions & { perJobResults: true }>(
    queue,
    {
      batchSize: NEWS_PER_BATCH,
      burstWhenBatchFull: true,
      perJobResults: true,
      notifyPollingIntervalSeconds: LOOK_AGAIN_SECONDS,
    },
    async (batch) => {
      const results = [];
      for (const { id, data, retryCount } of batch.toSorted((one, other) => one.data.id - other.data.id)) {
        try {
          await listener.hear(open(), data);
          results.push({ id, status: 'completed' as const });
        } catch (error) {
          // One piece that cannot be heard must not hold back the others of its batch; it comes again by itself.
          log.error(
            { err: error, listener: listener.name, topic: data.topic, news: data.id, retryCount },
            'news not heard',
          );
          results.push({ id, status: 'failed' as const, output: { message: String(error) } });
        }
      }
      return results;
    },
  );
}
