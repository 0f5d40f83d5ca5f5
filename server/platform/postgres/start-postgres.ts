import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { applicationUrl } from './application-role.ts';
import { findBinaries } from './binaries.ts';
import { clusterExists, createCluster, launch, type Place } from './cluster.ts';
import { type FileLock, lock, tryLock } from './file-lock.ts';
import { isFree, portsToTry } from './free-port.ts';
import { clearRemains, isAlive, livePostmaster, lostItsBinary, type Postmaster, stopPostmaster } from './postmaster.ts';
import { folderRefusal, Refusal } from './refusal.ts';
import { serverUser } from './server-user.ts';
import { chooseHome } from './stand-in.ts';

export type StartPostgres = {
  /** The server's files live in `postgres/` below it. */
  dataDir: string;
  /** Tried first; when it is taken the server moves to a free one and `port` of the answer says where. */
  port?: number | undefined;
  /** Created when missing; `url` leads to it. */
  database?: string;
  /** For tests: does not wait for the disk, and starts anew from nothing when the files are broken. */
  throwaway?: boolean;
};

export type PostgresServer = {
  /** As the owner, who migrates and seeds. */
  url: string;
  /** As the application's role, which owns nothing: for web and worker. */
  applicationUrl: string;
  port: number;
  pid: number;
  /** Gives our share back. The last of all processes to do so stops the server. */
  stop(): Promise<void>;
};

/** Starts the embedded server on this data folder, or joins the one that runs there already. */
export async function startPostgres(wish: StartPostgres): Promise<PostgresServer> {
  const place = openPlace(wish);
  // Held only while looking, starting and stopping, so that two commands at once make one server.
  const doorway = await lock(join(place.home, 'doorway.lock'), 'alone');
  try {
    const postmaster = (await joinRunning(place)) ?? (await startOnFreePort(place, wish.port));
    const share = await lock(join(place.home, 'in-use.lock'), 'shared');
    const url = urlOf(place, postmaster.port, wish.database ?? 'qixiao');
    await createDatabase(urlOf(place, postmaster.port, 'postgres'), wish.database ?? 'qixiao');
    const asApplication = await applicationUrl(url, place.home);
    const { port, pid } = postmaster;
    return { url, applicationUrl: asApplication, port, pid, stop: once(() => leave(place, share)) };
  } finally {
    doorway.release();
  }
}

function openPlace(wish: StartPostgres): Place {
  const wanted = resolve(wish.dataDir, 'postgres');
  try {
    if (!existsSync(wanted)) {
      mkdirSync(wanted, { recursive: true });
      chmodSync(wanted, 0o755);
    }
    const folder = realpathSync(wanted);
    const home = chooseHome(folder, serverUser(join(folder, 'cluster')));
    const cluster = join(home, 'cluster');
    return { home, cluster, user: serverUser(cluster), throwaway: wish.throwaway ?? false };
  } catch (error) {
    throw folderRefusal(wanted, error);
  }
}

async function joinRunning(place: Place): Promise<Postmaster | null> {
  const running = livePostmaster(place.cluster);
  if (!running) {
    await clearRemains(place.cluster);
    return null;
  }
  if (lostItsBinary(running.pid)) {
    await stopPostmaster(place.cluster, running.pid);
    return null;
  }
  return running.ready ? running : waitForOther(place, running.pid);
}

/** Found starting up or shutting down, left behind by a command that was killed. */
async function waitForOther(place: Place, pid: number): Promise<Postmaster | null> {
  for (let turn = 0; turn < 1_200 && isAlive(pid); turn += 1) {
    const now = livePostmaster(place.cluster);
    if (now?.ready) {
      return now;
    }
    await sleep(50);
  }
  await clearRemains(place.cluster);
  return null;
}

async function startOnFreePort(place: Place, wanted: number | undefined): Promise<Postmaster> {
  const binaries = findBinaries(place.user);
  if (!clusterExists(place)) {
    createCluster(place, binaries);
  }
  for (const port of portsToTry(wanted, rememberedPort(place))) {
    if (!(await isFree(port))) {
      continue;
    }
    const outcome = await launch(place, binaries, port);
    if ('postmaster' in outcome) {
      writeFileSync(join(place.home, 'port'), `${port}\n`);
      return outcome.postmaster;
    }
    if (outcome.portTaken) {
      continue;
    }
    if (place.throwaway) {
      return startAnew(place, wanted);
    }
    throw new Refusal(outcome.reason);
  }
  throw new Refusal('No free port was found for PostgreSQL: set PGPORT to one that is free.');
}

/** Without fsync a power cut may leave broken files; nothing in them was worth keeping. */
function startAnew(place: Place, wanted: number | undefined): Promise<Postmaster> {
  rmSync(place.cluster, { recursive: true, force: true });
  return startOnFreePort({ ...place, throwaway: false }, wanted);
}

/** A signal and the normal end may both ask to stop; the second waits for the first. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

async function leave(place: Place, share: FileLock): Promise<void> {
  const doorway = await lock(join(place.home, 'doorway.lock'), 'alone');
  try {
    share.release();
    const alone = tryLock(join(place.home, 'in-use.lock'), 'alone');
    const running = livePostmaster(place.cluster);
    if (alone && running) {
      await stopPostmaster(place.cluster, running.pid);
    }
    alone?.release();
  } finally {
    doorway.release();
  }
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}

function urlOf(place: Place, port: number, database: string): string {
  const password = readFileSync(join(place.home, 'password'), 'utf8').trim();
  return `postgres://qixiao:${password}@127.0.0.1:${port}/${database}`;
}

function rememberedPort(place: Place): number | undefined {
  try {
    return Number(readFileSync(join(place.home, 'port'), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
