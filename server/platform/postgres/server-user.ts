import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Refusal } from './refusal.ts';

/** Whom the server runs as. Empty when we are an ordinary user already: PostgreSQL refuses root only. */
export type ServerUser = { uid?: number; gid?: number };

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
