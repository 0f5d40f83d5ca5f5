import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processesOf } from './postmaster.ts';
import { folderRefusal, Refusal } from './refusal.ts';
import { canEnter, type ServerUser } from './server-user.ts';

/** What the server's user must reach while the clone lies where only root can enter. */
export const standInRoot = '/var/lib/qixiao';

const pointerName = 'lies-in';
const ownerName = 'stands-in-for';

/**
 * Where the server's files lie: in `folder`, or in a stand-in that a pointer in `folder` names. Files that exist decide;
 * otherwise a changed permission would bring up an empty database in the other place. A data folder that was deleted
 * takes its pointer along, so a fresh clone on an old path starts fresh.
 */
export function chooseHome(folder: string, user: ServerUser): string {
  const pointer = join(folder, pointerName);
  if (!existsSync(pointer) && canEnter(folder, user)) {
    return folder;
  }
  if (existsSync(join(folder, 'cluster'))) {
    throw new Refusal(
      `User ${user.uid}, who owns the database, can no longer enter ${folder}: let it pass, or set DATA_DIR.`,
    );
  }
  try {
    const standIn = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : nameStandIn(folder, pointer);
    makeOpenFolder(standIn);
    writeFileSync(join(standIn, ownerName), folder);
    return standIn;
  } catch (error) {
    throw folderRefusal(standInRoot, error);
  }
}

/** Everybody may enter it, whatever the umask says; what is secret inside guards itself. */
export function makeOpenFolder(folder: string): void {
  mkdirSync(standInRoot, { recursive: true });
  chmodSync(standInRoot, 0o755);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

/** Two commands may come here at once on a fresh clone: the pointer that is written first holds for both. */
function nameStandIn(folder: string, pointer: string): string {
  removeForsaken(folder);
  try {
    writeFileSync(pointer, `${join(standInRoot, randomBytes(6).toString('hex'))}\n`, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  }
  return readFileSync(pointer, 'utf8').trim();
}

/** Stand-ins of a data folder that lay on this path before and was deleted. */
function removeForsaken(folder: string): void {
  for (const name of existsSync(standInRoot) ? readdirSync(standInRoot) : []) {
    const standIn = join(standInRoot, name);
    const owner = join(standIn, ownerName);
    if (
      existsSync(owner) &&
      readFileSync(owner, 'utf8') === folder &&
      processesOf(join(standIn, 'cluster')).length === 0
    ) {
      rmSync(standIn, { recursive: true });
    }
  }
}
