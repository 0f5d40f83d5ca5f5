import { Client } from 'pg';
import { log } from './log.ts';
import type { PageCache } from './page-cache.ts';
import { PURGE_CHANNEL } from './purge.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
const PULSE_EVERY_MS = 10_000;
const PULSE_MS_MAX = 5_000;

export type PurgeListener = {
  /**
   * Resolves when every purge committed before the call has been heard: PostgreSQL hands out notifications before it
   * answers the next statement. So who changes something and asks for the page again sees the change.
   */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
};

type Echo = { running: Promise<void>; next: Promise<void> | null };

/**
 * Hears which pages no longer hold, on a connection of its own (LISTEN does not pass a transaction-pooling proxy). While
 * the connection is down the cache is empty and stays so, for what is not heard cannot be purged.
 */
export function listenForPurges(url: string, cache: PageCache): PurgeListener {
  let closed = false;
  let client: Client | null = null;
  let waitMs = FIRST_WAIT_MS;
  let again: NodeJS.Timeout | undefined;
  let pulse: NodeJS.Timeout | undefined;
  let echo: Echo | null = null;

  function lost(of: Client, error?: Error): void {
    if (client !== of) return;
    client = null;
    echo = null;
    clearInterval(pulse);
    cache.distrust();
    of.removeAllListeners('notification');
    of.end().catch(() => undefined);
    if (closed) return;
    log.warn({ err: error, againInMs: waitMs }, 'the purge listener lost its connection; pages are not cached');
    again = setTimeout(connect, waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  function connect(): void {
    const next = new Client({ connectionString: url, keepAlive: true, application_name: 'page-cache' });
    client = next;
    next.on('error', (error) => lost(next, error));
    next.on('end', () => lost(next));
    next.on('notification', ({ payload }) => cache.purge((payload ?? '').split(' ').filter(Boolean)));
    next
      .connect()
      .then(() => next.query(`listen ${PURGE_CHANNEL}`))
      .then(() => {
        if (client !== next) return;
        waitMs = FIRST_WAIT_MS;
        cache.trust();
        pulse = setInterval(() => beat(next), PULSE_EVERY_MS).unref();
      })
      .catch((error: Error) => lost(next, error));
  }

  /** A connection cut silently says nothing for ever; so it is asked, and given up when it does not answer. */
  function beat(of: Client): void {
    const late = setTimeout(() => lost(of, new Error('no answer')), PULSE_MS_MAX);
    of.query('select 1')
      .catch((error: Error) => lost(of, error))
      .finally(() => clearTimeout(late));
  }

  function ask(of: Client): Promise<void> {
    return of.query('select 1').then(
      () => undefined,
      (error: Error) => lost(of, error),
    );
  }

  function caughtUp(): Promise<void> {
    const of = client;
    if (!of || !cache.trusted) return Promise.resolve();
    // A question already under way may have been answered before the caller's commit; the next one, shared, has not.
    if (echo) {
      const before = echo;
      before.next ??= before.running.then(() => {
        if (echo === before) echo = null;
        return caughtUp();
      });
      return before.next;
    }
    const mine: Echo = { running: ask(of), next: null };
    echo = mine;
    return mine.running.then(() => {
      if (echo === mine && mine.next === null) echo = null;
    });
  }

  connect();
  return {
    caughtUp,
    async close() {
      closed = true;
      clearTimeout(again);
      clearInterval(pulse);
      const last = client;
      client = null;
      cache.distrust();
      await last?.end().catch(() => undefined);
    },
  };
}
