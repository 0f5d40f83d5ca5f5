import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a postmaster writes about itself into its data folder. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** The postmaster that lives on this cluster, or null. A stale postmaster.pid, or one whose number now belongs to another program, is null. */
export function livePostmaster(cluster: string): Postmaster | null {
  const written = readPidFile(cluster);
  return written && processesOf(cluster).includes(written.pid) ? written : null;
}

/** postmaster.pid as it stands, live or stale. Line 4 is the port, line 8 the state. */
export function readPidFile(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

/** Every process of a server on this cluster. They are known by their working folder, which PostgreSQL sets to its data. */
export function processesOf(cluster: string): number[] {
  if (process.platform !== 'linux') {
    const pid = readPidFile(cluster)?.pid;
    return pid && isAlive(pid) && /postgres/.test(nameOf(pid)) ? [pid] : [];
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresOn(pid, cluster));
}

/** A binary that npm has replaced under a running server: its backends can no longer load their libraries. */
export function lostItsBinary(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`).endsWith(' (deleted)');
  } catch {
    return false;
  }
}

/** Asks the postmaster for a fast shutdown, and insists when half a minute did not suffice. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (!(await goneWithin(cluster, 30_000))) {
    signal(pid, 'SIGQUIT');
    await clearRemains(cluster);
  }
}

/** After kill -9, or a restart of the machine: waits for orphaned backends and removes what would keep a new server out. */
export async function clearRemains(cluster: string): Promise<void> {
  await endOrphans(cluster);
  const stale = readPidFile(cluster);
  // PostgreSQL removes the file of a dead process itself, but takes another program under its old number for a server.
  if (stale && isAlive(stale.pid) && processesOf(cluster).length === 0) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
  }
}

/**
 * Backends whose postmaster was killed finish what they do, and until they have gone the next server may not start:
 * two of them would write the same pages. Most leave at once; a long query is asked, then made, to.
 */
async function endOrphans(cluster: string): Promise<void> {
  for (const last of [null, 'SIGTERM', 'SIGQUIT', 'SIGKILL'] as const) {
    if (last) {
      for (const pid of processesOf(cluster)) {
        signal(pid, last);
      }
    }
    if (await goneWithin(cluster, 3_000)) {
      return;
    }
  }
}

async function goneWithin(cluster: string, waitMs: number): Promise<boolean> {
  const until = Date.now() + waitMs;
  while (processesOf(cluster).length > 0) {
    if (Date.now() > until) {
      return false;
    }
    await sleep(20);
  }
  return true;
}

function isPostgresOn(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8') === 'postgres\n' && readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

function nameOf(pid: number): string {
  return spawnSync('ps', ['-p', `${pid}`, '-o', 'comm='], { encoding: 'utf8' }).stdout ?? '';
}

/** Signal 0 asks only; a process of another user is alive too. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has gone meanwhile, which is what the signal was for.
  }
}
