// What every npm script runs first: plain JavaScript that Node 20 understands before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stopWithParent } from './tether.mjs';

const clone = dirname(dirname(fileURLToPath(import.meta.url)));
const node24 = join(clone, 'node_modules/.bin/node');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Installs what is missing, then runs `work` under Node 24: here, or by starting the same command once more there. */
export async function underNode24(work) {
  process.chdir(clone);
  // Started by npm, we end when npm is killed; started by hand, we may outlive the shell.
  if (process.env.npm_lifecycle_event) {
    stopWithParent(2);
  }
  await installDependencies();
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    return work();
  }
  if (!existsSync(node24)) {
    return refuse(`Node ${process.versions.node} is too old and npm has no Node 24 for this machine: install Node 24.`);
  }
  const { code } = await run(node24, ['--import', './bin/tether.mjs', ...process.argv.slice(1)]);
  process.exitCode = code;
}

async function installDependencies() {
  if (installed()) {
    return;
  }
  const turn = await installTurn();
  // Another command may have installed everything while we waited.
  if (!installed()) {
    const started = Date.now();
    console.log('  … installing dependencies (npm ci); the first time takes about a minute');
    const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      return refuse('The dependencies could not be installed: npm ci says why above.');
    }
    console.log(`  ✓ dependencies ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  turn.close();
}

/**
 * True when npm's own record of node_modules holds every package of the lock file at its version. npm writes the record
 * last, so an install that was killed does not count. Packages for other platforms are optional and may be missing.
 */
function installed() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted ?? {}).every(
    ([path, { version, optional }]) => path === '' || (present?.[path] ? present[path].version === version : optional),
  );
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(join(clone, lockFile), 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Of several commands on a fresh clone one installs. The kernel frees the name when its holder dies. */
async function installTurn() {
  const name = `qixiao-install-${createHash('sha256').update(clone).digest('hex').slice(0, 16)}`;
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
  for (;;) {
    const turn = createServer().unref();
    const taken = await new Promise((resolve) => {
      turn.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
      turn.listen(path, () => resolve(false));
    });
    if (!taken) {
      return turn;
    }
    await sleep(200);
  }
}

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: clone });
    const pass = (signal) => child.kill(signal);
    for (const signal of signals) {
      process.on(signal, pass);
    }
    child.once('error', (error) => refuse(`${command} could not be started (${error.code}).`));
    child.once('exit', (code) => {
      for (const signal of signals) {
        process.off(signal, pass);
      }
      resolve({ code: code ?? 1 });
    });
  });
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
