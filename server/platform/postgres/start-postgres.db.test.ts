import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { isAlive, livePostmaster, processesOf } from './postmaster.ts';
import { canEnter } from './server-user.ts';
import { type PostgresServer, startPostgres } from './start-postgres.ts';

const asRoot = process.getuid?.() === 0;
const clone = join(import.meta.dirname, '../../..');
vi.setConfig({ testTimeout: 90_000 });

const nobody = { uid: 65_534, gid: 65_534 };

test('a new server sorts Chinese by pinyin, finds it by trigram, and asks for its password', async () => {
  await using place = scratch();

  const server = await place.start();

  expect(
    await ask(server.url, `select string_agg(word, '' order by word) as told from unnest('{张,王,安}'::text[]) word`),
  ).toBe('安王张');
  await ask(server.url, 'create extension pg_trgm');
  expect(await ask(server.url, `select similarity('顺昌蜂蜜', '顺昌蜂密') as told`)).toBeGreaterThan(0.3);
  await expect(ask(server.url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'select 1 as told')).rejects.toThrow(
    /password authentication failed/,
  );
  expect(statSync(join(place.home, 'password')).mode & 0o777).toBe(0o600);
});

test('the application enters as a role of its own that owns nothing, also after the next start', async () => {
  await using place = scratch();

  const first = await place.start();
  const second = await place.start();

  const rights = `select current_user || rolsuper || rolcreatedb || rolcreaterole as told from pg_roles where rolname = current_user`;
  expect(await ask(first.applicationUrl, rights)).toBe('qixiao_appfalsefalsefalse');
  expect(second.applicationUrl).toBe(first.applicationUrl);
  await expect(ask(first.applicationUrl, 'create table mine ()')).rejects.toThrow(
    'permission denied for schema public',
  );
  expect(statSync(join(place.home, 'app-password')).mode & 0o777).toBe(0o600);
});

test('a second start joins the live server, and the last to leave stops it', async () => {
  await using place = scratch();

  const [first, second] = await Promise.all([place.start(), place.start()]);

  expect(second.pid).toBe(first.pid);
  await first.stop();
  expect(await ask(second.url, 'select 1 as told')).toBe(1);
  await second.stop();
  expect(processesOf(place.cluster)).toEqual([]);
});

test('after kill -9 of the postmaster the next start waits for its orphans and keeps every committed row', async () => {
  await using place = scratch();
  const before = await place.start({ throwaway: false });
  await ask(before.url, 'create table kept as select 7 as told');
  // A backend in the middle of a statement does not notice that its postmaster has gone.
  const busy = ask(before.url, 'select pg_sleep(1) as told').catch(() => 'cut off');
  await untilBusy(before.url);

  process.kill(before.pid, 'SIGKILL');
  await untilGone(before.pid);
  const after = await place.start({ throwaway: false });

  expect(after.pid).not.toBe(before.pid);
  expect(after.port).toBe(before.port);
  expect(await ask(after.url, 'select told from kept')).toBe(7);
  await busy;
});

test('after kill -9 of the launcher its server is joined, not doubled', async () => {
  await using place = scratch();
  const launcher = launchFromOutside(place.dataDir);
  const [told] = (await once(launcher.stdout, 'data')) as [Buffer];
  const { pid } = JSON.parse(told.toString());

  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
  const joined = await place.start();

  expect(joined.pid).toBe(pid);
  await joined.stop();
  expect(processesOf(place.cluster)).toEqual([]);
});

test('a postmaster.pid whose number now belongs to another program does not keep the server out', async () => {
  await using place = scratch();
  await (await place.start()).stop();
  // Our own number stands for "some program that lives", as after a restart of the machine.
  writeFileSync(
    join(place.cluster, 'postmaster.pid'),
    `${process.pid}\n${place.cluster}\n1\n54399\n\n127.0.0.1\n\nready\n`,
  );

  expect(livePostmaster(place.cluster)).toBeNull();
  const server = await place.start();

  expect(await ask(server.url, 'select 1 as told')).toBe(1);
});

test('when its port is taken the server moves to a free one and remembers it', async () => {
  await using place = scratch();
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const taken = (squatter.address() as { port: number }).port;

  const moved = await place.start({ port: taken });
  await moved.stop();
  const again = await place.start();

  expect(moved.port).not.toBe(taken);
  expect(again.port).toBe(moved.port);
  squatter.close();
});

test('an initdb that was killed halfway is made again', async () => {
  await using place = scratch();
  await (await place.start()).stop();
  rmSync(join(place.cluster, 'PG_VERSION'));

  const server = await place.start();

  expect(await ask(server.url, 'select 1 as told')).toBe(1);
});

test('a data folder that cannot be made is refused in one sentence', async () => {
  await using place = scratch();
  const file = join(place.dataDir, 'a-file');
  writeFileSync(file, '');

  await expect(startPostgres({ dataDir: file })).rejects.toThrow(
    /^[^\n]*cannot be written[^\n]*set DATA_DIR elsewhere\.$/,
  );
});

test.runIf(asRoot)('root hands the server to an unprivileged user', async () => {
  await using place = scratch();

  const { pid } = await place.start();

  expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
});

test.runIf(asRoot)('in a folder that only root may enter, the files go where the server can reach them', async () => {
  await using place = scratch();
  chmodSync(place.dataDir, 0o700);

  const server = await place.start();

  const standIn = readFileSync(join(place.home, 'lies-in'), 'utf8').trim();
  expect(standIn).toMatch(/^\/var\/lib\/qixiao\/[0-9a-f]{12}$/);
  expect(existsSync(join(place.dataDir, 'postgres/cluster'))).toBe(false);
  expect(await ask(server.url, 'select 1 as told')).toBe(1);

  // A folder opened later must not bring up an empty database beside the one in use.
  chmodSync(place.dataDir, 0o755);
  const joined = await place.start();
  expect(joined.pid).toBe(server.pid);
  await server.stop();
  await joined.stop();

  // A deleted data folder is a wish to begin anew, and what it left behind is cleared away.
  rmSync(place.home, { recursive: true });
  chmodSync(place.dataDir, 0o700);
  await (await place.start()).stop();
  expect(existsSync(standIn)).toBe(false);
  rmSync(readFileSync(join(place.home, 'lies-in'), 'utf8').trim(), { recursive: true });
});

test.runIf(asRoot && canEnter(clone, nobody))('an ordinary user starts the server as itself', async () => {
  await using place = scratch();
  chmodSync(place.dataDir, 0o777);
  const launcher = launchFromOutside(place.dataDir, nobody);
  const [told] = (await once(launcher.stdout, 'data')) as [Buffer];

  const { pid } = JSON.parse(told.toString());

  expect(statSync(`/proc/${pid}`).uid).toBe(nobody.uid);
  launcher.kill('SIGTERM');
  await once(launcher, 'exit');
  expect(processesOf(place.cluster)).toEqual([]);
});

function scratch() {
  const dataDir = mkdtempSync(join(tmpdir(), 'postgres-test-'));
  chmodSync(dataDir, 0o755);
  const home = join(dataDir, 'postgres');
  const cluster = join(home, 'cluster');
  const started: PostgresServer[] = [];
  return {
    dataDir,
    home,
    cluster,
    async start(more: { port?: number; throwaway?: boolean } = {}) {
      const server = await startPostgres({ dataDir, throwaway: true, ...more });
      started.push(server);
      return server;
    },
    async [Symbol.asyncDispose]() {
      for (const server of started) {
        await server.stop();
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts the server from a process of its own, which prints it as JSON and leaves on SIGTERM. */
function launchFromOutside(dataDir: string, user: { uid?: number; gid?: number } = {}) {
  const program = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, throwaway: true });
    process.once('SIGTERM', () => server.stop().then(() => process.exit()));
    setInterval(() => {}, 1000);
    console.log(JSON.stringify(server));`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    ...user,
    cwd: clone,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function ask(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(query)).rows[0]?.told;
  } finally {
    await client.end();
  }
}

/** A signal is sent before it is obeyed. */
async function untilGone(pid: number): Promise<void> {
  for (let turn = 0; turn < 400 && isAlive(pid); turn += 1) await sleep(5);
}

async function untilBusy(url: string): Promise<void> {
  const busy = `select count(*)::int as told from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'`;
  for (let turn = 0; turn < 100 && (await ask(url, busy)) !== 1; turn += 1) {
    await sleep(20);
  }
}
