import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Postmaster, readPidFile } from './postmaster.ts';
import { folderRefusal, Refusal } from './refusal.ts';
import type { ServerUser } from './server-user.ts';

/** Where one server keeps its things: `home` is ours, `cluster` inside it belongs to the user the server runs as. */
export type Place = { home: string; cluster: string; user: ServerUser; throwaway: boolean };

const majorVersion = '18';
const startMsMax = 120_000;
const logBytesMax = 5_000_000;

const settings = {
  listen_addresses: '127.0.0.1',
  // Only the loopback door is open, and it asks for the password.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  wal_compression: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Containers often have 64 MB of /dev/shm, which two parallel joins of a report fill.
  dynamic_shared_memory_type: 'mmap',
};

const throwawaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** True when a cluster of our version is there. One of another version is not ours to touch. */
export function clusterExists(place: Place): boolean {
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) {
    return false;
  }
  const owner = statSync(place.cluster).uid;
  const user = place.user.uid ?? process.getuid?.() ?? owner;
  if (owner !== user) {
    throw new Refusal(
      `${place.cluster} belongs to user ${owner}, not ${user}: start as the same user as before, or set DATA_DIR.`,
    );
  }
  const version = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== majorVersion) {
    throw new Refusal(
      `${place.cluster} was made by PostgreSQL ${version}, this is ${majorVersion}: move it away, or set DATA_DIR.`,
    );
  }
  return true;
}

/** Made under another name and renamed when complete, so an initdb that was killed is simply made again. */
export function createCluster(place: Place, binaries: string): void {
  const half = join(place.home, 'cluster.new');
  const passwordFile = join(place.home, 'password');
  try {
    rmSync(half, { recursive: true, force: true });
    rmSync(place.cluster, { recursive: true, force: true });
    writeFileSync(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    runInitdb(place, binaries, half, passwordFile);
    renameSync(half, place.cluster);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw folderRefusal(place.home, error);
  }
}

/**
 * The locale `zh-Hans-CN` sorts Chinese by pinyin. The character type must be UTF-8 all the same:
 * under plain C, trigram search takes no Chinese character for a letter and finds nothing.
 */
function runInitdb(place: Place, binaries: string, folder: string, passwordFile: string): void {
  // Made here because the server's user may not write into `home`.
  mkdirSync(folder, { mode: 0o700 });
  if (place.user.uid !== undefined && place.user.gid !== undefined) {
    chownSync(folder, place.user.uid, place.user.gid);
    chownSync(passwordFile, place.user.uid, place.user.gid);
  }
  const made = spawnSync(
    join(binaries, 'initdb'),
    [
      ['--pgdata', folder],
      ['--username', 'qixiao', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ['--encoding', 'UTF8', '--locale', 'C', '--lc-ctype', 'C.UTF-8'],
      ['--locale-provider', 'icu', '--icu-locale', 'zh-Hans-CN'],
      place.throwaway ? ['--no-sync'] : [],
    ].flat(),
    { ...spawnOptions(place), encoding: 'utf8' },
  );
  if (process.getuid?.() === 0) {
    chownSync(passwordFile, 0, 0);
  }
  if (made.status !== 0) {
    throw new Refusal(sentenceOf(place, made.error?.message ?? `${made.stderr}`));
  }
}

export type Launch = { postmaster: Postmaster } | { portTaken: boolean; reason: string };

/** Starts the postmaster in a session of its own, so that it outlives a killed launcher and can be joined again. */
export async function launch(place: Place, binaries: string, port: number): Promise<Launch> {
  const log = openLog(place);
  const before = fstatSync(log).size;
  const flags = Object.entries({ port: `${port}`, ...settings, ...(place.throwaway ? throwawaySettings : {}) });
  const child = spawn(
    join(binaries, 'postgres'),
    ['-D', place.cluster, ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...spawnOptions(place), detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  const postmaster = await untilReady(place, child);
  child.unref();
  if (postmaster) {
    return { postmaster };
  }
  const said = readFileSync(logFile(place)).subarray(before).toString('utf8');
  return { portTaken: /could not bind|Address already in use/.test(said), reason: sentenceOf(place, said) };
}

async function untilReady(place: Place, child: ChildProcess): Promise<Postmaster | null> {
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  const until = Date.now() + startMsMax;
  while (!ended && Date.now() < until) {
    const written = readPidFile(place.cluster);
    if (written?.pid === child.pid && written?.ready) {
      return written;
    }
    await sleep(20);
  }
  child.kill('SIGQUIT');
  return null;
}

function openLog(place: Place): number {
  const path = logFile(place);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > logBytesMax) {
    renameSync(path, `${path}.1`);
  }
  return openSync(path, 'a', 0o640);
}

function logFile(place: Place): string {
  return join(place.home, 'postgres.log');
}

/** Nothing of our environment goes in: PGDATA, PGOPTIONS or a locale that is not installed would change the server. */
function spawnOptions(place: Place) {
  return {
    ...place.user,
    cwd: '/',
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', NODE_ENV: 'production' as const },
  };
}

/** PostgreSQL's own reason, in one sentence. */
function sentenceOf(place: Place, said: string): string {
  if (/No space left on device/.test(said)) {
    return `There is no space left for ${place.home}: free some disk space, or set DATA_DIR to a larger disk.`;
  }
  const reason =
    said.match(/(?:FATAL|PANIC|error):\s+(.*)/)?.[1] ?? said.trim().split('\n').at(-1) ?? 'it gave no reason';
  return `PostgreSQL could not start: ${reason} (log: ${logFile(place)}).`;
}
