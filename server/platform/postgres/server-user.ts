import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderRefusal, Refusal } from './refusal.ts';

/** Whom the server runs as. Empty when we are an ordinary user already: PostgreSQL refuses root only. */
export type ServerUser = { uid?: number; gid?: number };

const standInRoot = '/var/lib/qixiao';
const nobody = 65_534;

/** The owner of an existing cluster stays its owner; a new one goes to `postgres`, or to `nobody` where there is none. */
export function serverUser(cluster: string): ServerUser {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid };
  }
  return {
    uid: idOf('-u', 'postgres') ?? idOf('-u', 'nobody') ?? nobody,
    gid: idOf('-g', 'postgres') ?? idOf('-g', 'nobody') ?? nobody,
  };
}

/**
 * Where the server's files lie: in `folder`, or, where only root can enter that, in its stand-in under /var/lib.
 * Files that exist decide; otherwise a changed permission would bring up an empty database in the other place.
 */
export function chooseHome(folder: string, user: ServerUser): string {
  const inFolder = existsSync(join(folder, 'cluster'));
  if (canEnter(folder, user) && (inFolder || !existsSync(join(standInPath(folder), 'cluster')))) {
    return folder;
  }
  if (inFolder) {
    throw new Refusal(
      `User ${user.uid}, who owns the database, can no longer enter ${folder}: let it pass, or set DATA_DIR.`,
    );
  }
  return standInFor(folder);
}

/** Makes the stand-in of a folder that only root can enter. */
export function standInFor(folder: string): string {
  const standIn = standInPath(folder);
  try {
    mkdirSync(standIn, { recursive: true });
    chmodSync(dirname(standIn), 0o755);
    chmodSync(standIn, 0o755);
    return standIn;
  } catch (error) {
    throw folderRefusal(standIn, error);
  }
}

function standInPath(folder: string): string {
  return join(standInRoot, createHash('sha256').update(folder).digest('hex').slice(0, 12));
}

/** Asks the kernel instead of adding up modes: access lists and mounts count too. */
export function canEnter(folder: string, user: ServerUser): boolean {
  if (user.uid === undefined) {
    return true;
  }
  const tried = spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' });
  if (tried.error) {
    throw new Refusal(
      'PostgreSQL refuses root and no other user can be taken on here: set DATABASE_URL to a server that runs.',
    );
  }
  return tried.status === 0;
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }));
  } catch {
    return undefined;
  }
}
