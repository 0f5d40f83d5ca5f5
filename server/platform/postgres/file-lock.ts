import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderRefusal, Refusal } from './refusal.ts';

/** A lock the operating system drops when its holder dies, even by kill -9. */
export type FileLock = { release(): void };

const sqliteBusy = 5;
const sqliteReadOnly = 8;
const sqliteCannotOpen = 14;
const pollMs = 50;

/**
 * Takes a lock on a file, or returns null when another process holds it.
 * Node has no flock of its own; SQLite, which is in Node, has had a careful one for twenty years.
 */
export function tryLock(path: string, mode: 'alone' | 'shared'): FileLock | null {
  let file: DatabaseSync | null = null;
  try {
    file = new DatabaseSync(path, { timeout: 0 });
    if (mode === 'alone') {
      file.exec('begin exclusive');
    } else {
      // A read inside a transaction holds the shared lock until the transaction ends.
      file.exec('begin');
      file.prepare('select count(*) from sqlite_schema').get();
    }
  } catch (error) {
    file?.close();
    const reason = (error as { errcode?: number }).errcode;
    if (reason === sqliteBusy) {
      return null;
    }
    throw reason === sqliteReadOnly || reason === sqliteCannotOpen ? folderRefusal(path, { code: 'EACCES' }) : error;
  }
  const held = file;
  return { release: () => held.close() };
}

/** Waits for the lock; `waitMs` is long enough that running out means something hangs. */
export async function lock(path: string, mode: 'alone' | 'shared', waitMs = 120_000): Promise<FileLock> {
  const until = Date.now() + waitMs;
  while (Date.now() < until) {
    const held = tryLock(path, mode);
    if (held) {
      return held;
    }
    await sleep(pollMs);
  }
  throw new Refusal(`Another process has held ${path} for ${waitMs / 1000} s: end it and try again.`);
}
