import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lock } from '#server/platform/postgres/index.ts';
import { mustRun } from './commands.ts';
import { step, tell } from './narrate.ts';
import { readSettings } from './settings.ts';

const sources = ['app/**', 'server/**', 'public/**'];
const configs = ['package-lock.json', 'tsconfig.json', 'vite.config.ts', 'remix.config.js'];
const stamp = 'build/.built-from';

/** `npm run build`: builds, whatever the stamp says. */
export function build(): Promise<void> {
  return tell(async () => {
    rmSync(stamp, { force: true });
    await step('build', () => buildWhenChanged(readSettings().dataDir));
    return 0;
  });
}

/** Builds web, worker and pages into build/ unless it was built from just these sources. Answers whether it built. */
export async function buildWhenChanged(dataDir: string, signal?: AbortSignal): Promise<boolean> {
  const turn = await lock(join(dataDir, 'build.lock'), 'alone', 600_000);
  try {
    const wanted = fingerprintOf(sources);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
      return false;
    }
    // Gone first, so that a build that is cut off is not taken for a finished one.
    rmSync(stamp, { force: true });
    await mustRun(
      'The build',
      ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'],
      { NODE_ENV: 'production' },
      signal,
    );
    writeFileSync(stamp, wanted);
    return true;
  } finally {
    turn.release();
  }
}

/** The content of these files and of what configures them. Times are not asked: git and npm set them at will. */
export function fingerprintOf(patterns: string[]): string {
  const hash = createHash('sha256');
  const files = [...globSync(patterns), ...configs].filter((path) => !/\.test\.tsx?$/.test(path)).sort();
  for (const path of files) {
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) {
      hash.update(path).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.digest('hex');
}
