import type { PgBoss } from 'pg-boss';
import { beat } from '../heartbeat.ts';
import { log } from '../log.ts';
import type { Listener } from './job.ts';
import type { Open } from './queue.ts';
import { relayNews } from './relay.ts';

export const RELAY_HEARTBEAT = 'outbox relay';
const RELAY_EVERY_MS = 1_000;
const RELAY_AFTER_FAULT_MS = 5_000;
const RELAY_BEATS_EVERY_MS = 60_000;
const RELAY_LATE_MINUTES = 5;

/**
 * Looks into the outbox once a second. News does not knock: NOTIFY takes a lock at commit that all transactions share,
 * and an order should not stand in that line to save a listener a second.
 */
export function runRelay(boss: PgBoss, listeners: readonly Listener[], open: Open): { stop(): Promise<void> } {
  const ended = Promise.withResolvers<void>();
  let stopping = false;
  let wake = () => {};
  let beatenAt = 0;

  async function turn(): Promise<number> {
    try {
      const { more } = await relayNews(open(), boss, listeners);
      if (Date.now() - beatenAt >= RELAY_BEATS_EVERY_MS) {
        await beat(open(), RELAY_HEARTBEAT, RELAY_LATE_MINUTES);
        beatenAt = Date.now();
      }
      return more ? 0 : RELAY_EVERY_MS;
    } catch (error) {
      log.error({ err: error }, 'news could not be relayed');
      return RELAY_AFTER_FAULT_MS;
    }
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      const restMs = await turn();
      if (stopping || restMs === 0) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, restMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  loop().finally(ended.resolve);
  return {
    stop() {
      stopping = true;
      wake();
      return ended.promise;
    },
  };
}
