import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { Refusal } from '#server/platform/postgres/index.ts';

/** A Chromium that starts: the system's, Playwright's own, or one installed now. */
export function findChromium(): string {
  const found = firstThatRuns() ?? installFromDebian() ?? installFromPlaywright();
  if (!found) {
    throw new Refusal('There is no Chromium and none could be installed: install one and set CHROMIUM_PATH to it.');
  }
  return found;
}

function firstThatRuns(): string | undefined {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ];
  // On some systems the file is only a stub that asks for a package manager that is not there.
  return places.find((path) => path && existsSync(path) && spawnSync(path, ['--version']).status === 0);
}

function installFromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return undefined;
  }
  const options = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options);
  return firstThatRuns();
}

function installFromPlaywright(): string | undefined {
  spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], { stdio: 'ignore' });
  return firstThatRuns();
}
