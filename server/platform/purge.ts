import type { Tx } from './ctx.ts';
import { run, sql } from './sql.ts';

/** The channel on which web processes hear which cached pages no longer hold. */
export const PURGE_CHANNEL = 'purge';
const TAGS_PER_NOTE = 150;

/** Tells every web process, when this transaction commits and not before, which cached pages no longer hold. */
export async function purge(tx: Tx, tags: readonly string[]): Promise<void> {
  const distinct = [...new Set(tags)];
  for (let start = 0; start < distinct.length; start += TAGS_PER_NOTE) {
    await run(tx, sql`select pg_notify(${PURGE_CHANNEL}, ${distinct.slice(start, start + TAGS_PER_NOTE).join(' ')})`);
  }
}
