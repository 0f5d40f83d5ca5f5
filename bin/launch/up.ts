import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FileLock, isAlive, isFree, Refusal, tryLock } from '#server/platform/postgres/index.ts';
import { buildWhenChanged } from './build.ts';
import { allOrNone, onPoliteEnd, runNode } from './commands.ts';
import { type Database, openDatabase } from './database.ts';
import { untilHealthy } from './health.ts';
import { remarkOf, say, step, tell } from './narrate.ts';
import { prepareWorld } from './prepare-world.ts';
import { addressOf, knockAt, readSettings, type Settings } from './settings.ts';
import { type Kept, keepRunning } from './supervisor.ts';

const watchMs = 1_000;
const leavingMs = 30_000;

/** `npm run up`: everything from a fresh clone to a shop that answers, and back down again on Ctrl-C. */
export function up(): Promise<void> {
  return tell(async () => {
    const settings = readSettings();
    const place = await takePlace(settings);
    if (!place) {
      return 0;
    }
    const ending = onPoliteEnd();
    const wasKilled = readNote(settings) !== null;
    writeNote(settings, false);
    try {
      await portIsFree(settings, wasKilled);
      await serve(settings, ending);
      return 0;
    } finally {
      rmSync(noteOf(settings), { force: true });
      place.release();
    }
  });
}

/** One launcher per data folder. A second one says where the first is; one that is on its way out is waited for. */
async function takePlace(settings: Settings): Promise<FileLock | null> {
  const path = join(settings.dataDir, 'up.lock');
  for (const until = performance.now() + leavingMs; performance.now() < until; await sleep(50)) {
    const place = tryLock(path, 'alone');
    if (place) {
      return place;
    }
    const note = readNote(settings);
    if (note && !note.stopping && isAlive(note.pid)) {
      say(`Qixiao is already running at ${note.address} (process ${note.pid}); Ctrl-C there stops it.`);
      return null;
    }
  }
  throw new Refusal(`Another npm run up on ${settings.dataDir} is taking long to stop: try again in a moment.`);
}

async function serve(settings: Settings, ending: AbortSignal): Promise<void> {
  const started = performance.now();
  const address = addressOf(settings);
  const database = await step(
    'database',
    () => openDatabase(settings),
    ({ where }) => where,
  );
  const kept: Kept[] = [];
  try {
    ending.throwIfAborted();
    await allOrNone(ending, (signal) => [
      step('build', () => buildWhenChanged(settings.dataDir, signal), remarkOf),
      prepareWorld(database.url, signal),
    ]);
    startProcesses(settings, database, kept);
    const personas = runNode({
      args: ['server/cli/personas.ts'],
      env: envOf(settings, database),
      output: 'keep',
      signal: ending,
    });
    await step('web and worker', () => untilHealthy(knockAt(settings), ending));
    say(`\n  Qixiao 七销 is ready at ${address}   (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
    say(`${(await personas).output.trimEnd()}\n\n  Ctrl-C stops everything.\n`);
    await watch(settings, database, kept, ending);
  } finally {
    writeNote(settings, true);
    await Promise.all(kept.map((process) => process.stop()));
    await database.stop();
    if (ending.aborted) {
      say('  ✓ stopped');
    }
  }
}

function startProcesses(settings: Settings, database: Database, kept: Kept[]): void {
  const env = () => envOf(settings, database);
  kept.push(keepRunning('web', ['build/server/main.js'], env), keepRunning('worker', ['build/server/worker.js'], env));
}

function envOf(settings: Settings, database: Database): Record<string, string> {
  return {
    PORT: `${settings.port}`,
    HOST: settings.host,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: database.applicationUrl,
  };
}

/** Web and worker mend themselves; the database is looked after here, because both depend on its address. */
async function watch(settings: Settings, database: Database, kept: Kept[], ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    await sleep(watchMs, undefined, { signal: ending }).catch(() => {});
    const moved = await database.revive().catch((error: Error) => {
      say(`  ! the database is gone and could not be started again: ${error.message}`);
      return false;
    });
    if (moved) {
      await Promise.all(kept.splice(0).map((process) => process.stop()));
      startProcesses(settings, database, kept);
    }
  }
}

/** The web process of a launcher that was killed may still be finishing what it had under way. */
async function portIsFree({ host, port }: Settings, wasKilled: boolean): Promise<void> {
  for (let turn = 0; turn < (wasKilled ? 120 : 1); turn += 1) {
    if (await isFree(port, host)) {
      return;
    }
    await sleep(100);
  }
  throw new Refusal(
    `Port ${port} is taken by another program: stop that one, or choose another as in PORT=${port + 1} npm run up.`,
  );
}

type Note = { pid: number; address: string; stopping: boolean };

function noteOf({ dataDir }: Settings): string {
  return join(dataDir, 'up.json');
}

function readNote(settings: Settings): Note | null {
  try {
    return existsSync(noteOf(settings)) ? JSON.parse(readFileSync(noteOf(settings), 'utf8')) : null;
  } catch {
    return null;
  }
}

function writeNote(settings: Settings, stopping: boolean): void {
  writeFileSync(noteOf(settings), JSON.stringify({ pid: process.pid, address: addressOf(settings), stopping }));
}
