import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';

const clone = join(import.meta.dirname, '../..');
const patienceMs = 30_000;

vi.setConfig({ testTimeout: 90_000 });

test('of two ups at once one serves and the other says where; SIGTERM leaves nothing over', async () => {
  await using shop = await scratchShop();

  const first = shop.up();
  await first.says('Ctrl-C stops everything');
  const second = shop.up();

  expect(await second.ended).toBe(0);
  expect(second.told()).toContain(`already running at http://localhost:${shop.port} (process ${first.pid})`);
  expect(await shop.answer()).toMatch(/^web \d+$/);
  expect(first.told()).toContain('persona of the test');

  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(shop.processes()).toEqual([]);
});

test('after kill -9 of the launcher its web process ends by itself and the next up serves', async () => {
  await using shop = await scratchShop();
  const killed = shop.up();
  await killed.says('Ctrl-C stops everything');
  const before = await shop.answer();

  killed.kill('SIGKILL');
  await killed.ended;
  const next = shop.up();
  await next.says('Ctrl-C stops everything');

  expect(await shop.answer()).not.toBe(before);
  next.kill('SIGTERM');
  await next.ended;
  expect(shop.processes()).toEqual([]);
});

test('a web process that was killed is started again', async () => {
  await using shop = await scratchShop();
  const launcher = shop.up();
  await launcher.says('Ctrl-C stops everything');
  const before = await shop.answer();

  process.kill(Number(before.split(' ')[1]), 'SIGKILL');
  await launcher.says('web ended (SIGKILL); it starts again');

  expect(await shop.answer()).not.toBe(before);
});

test('the postmaster that was killed under a running shop is started again', async () => {
  await using shop = await scratchShop();
  const launcher = shop.up();
  await launcher.says('Ctrl-C stops everything');
  const before = shop.postmaster();

  process.kill(before, 'SIGKILL');

  await expect.poll(() => shop.postmaster(), { timeout: patienceMs }).not.toBe(before);
});

test('a taken web port is told in one sentence', async () => {
  await using shop = await scratchShop();
  const squatter = createServer().listen(shop.port, '127.0.0.1');
  await once(squatter, 'listening');

  const refused = shop.up();

  expect(await refused.ended).toBe(1);
  expect(refused.told().trim()).toMatch(/^Port \d+ is taken by another program: [^\n]*$/);
  squatter.close();
});

/** A clone whose product is three small programs, so that what is tested is the launcher and not the shop. */
async function scratchShop() {
  const folder = mkdtempSync(join(tmpdir(), 'up-test-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const programs: ReturnType<typeof follow>[] = [];
  layOut(folder);
  return {
    port,
    up() {
      const env = {
        ...process.env,
        PORT: `${port}`,
        HOST: '127.0.0.1',
        DATA_DIR: '',
        DATABASE_URL: '',
        PGPORT: '',
        DEMO: 'on',
      };
      const program = follow(
        spawn(process.execPath, ['bin/up.mjs'], { cwd: folder, env: { ...env, npm_lifecycle_event: '' } }),
      );
      programs.push(program);
      return program;
    },
    async answer(): Promise<string> {
      for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(50)) {
        const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
        if (response) {
          return response.text();
        }
      }
      throw new Error('nothing answered');
    },
    postmaster() {
      return Number(readFileSync(join(folder, '.data/postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
    },
    processes() {
      return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && workingFolderOf(pid).startsWith(folder));
    },
    async [Symbol.asyncDispose]() {
      for (const program of programs) {
        program.kill('SIGTERM');
        await program.ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function layOut(folder: string): void {
  for (const path of [
    'bin',
    'server/platform/postgres',
    'server/platform/env.ts',
    'package.json',
    'package-lock.json',
  ]) {
    cpSync(join(clone, path), join(folder, path), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(clone, 'node_modules')).filter((entry) => entry !== '@remix-run')) {
    symlinkSync(join(clone, 'node_modules', name), join(folder, 'node_modules', name));
  }
  const web = `import { createServer } from 'node:http';
    createServer((_, response) => response.end('web ' + process.pid)).listen(process.env.PORT, process.env.HOST);`;
  const migrate = `import pg from 'pg';
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query('create table organization ()');
    await client.query(\`create table migration as select '0001-first' as name\`);
    await client.end();`;
  const build = `const fs = require('node:fs');
    fs.mkdirSync('build/server', { recursive: true });
    fs.writeFileSync('build/server/main.js', ${JSON.stringify(web)});
    fs.writeFileSync('build/server/worker.js', 'setInterval(() => {}, 1000);');`;
  write(folder, 'node_modules/@remix-run/dev/dist/cli.js', build);
  write(folder, 'node_modules/@remix-run/dev/package.json', '{}');
  write(folder, 'server/migrations/0001-first.ts', '');
  write(folder, 'server/cli/migrate.ts', migrate);
  write(folder, 'server/cli/seed.ts', '');
  write(folder, 'server/cli/personas.ts', `console.log('persona of the test');`);
}

function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function follow(child: ChildProcess) {
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    pid: child.pid,
    ended,
    told: () => told,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    says: (words: string) => expect.poll(() => told, { timeout: patienceMs }).toContain(words),
  };
}

function workingFolderOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}
