import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '#server/platform/postgres/index.ts';
import { mustRun } from './commands.ts';
import { untilHealthy } from './health.ts';
import { keepRunning } from './supervisor.ts';

const database = 'e2e';

/** A whole shop for the browser tests: its own database with the demo world, web and worker on a free port. */
export async function openTestShop(dataDir: string, ending: AbortSignal) {
  const server = await startPostgres({
    dataDir: join(dataDir, 'test-postgres'),
    database: 'postgres',
    throwaway: true,
  });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const url = new URL(`/${database}`, server.url).href;
  const env = {
    DATABASE_URL: url,
    DATA_DIR: join(dataDir, 'e2e'),
    PORT: `${port}`,
    HOST: '127.0.0.1',
    PUBLIC_URL: address,
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
  };
  const kept: { stop(): Promise<void> }[] = [];
  async function close(): Promise<void> {
    await Promise.all(kept.map((process) => process.stop()));
    await server.stop();
  }
  try {
    mkdirSync(env.DATA_DIR, { recursive: true });
    await recreate(server.url);
    await mustRun('The migrations', ['server/cli/migrate.ts'], env, ending);
    await mustRun('Seeding the demo world', ['server/cli/seed.ts', 'demo'], env, ending);
    for (const name of ['main', 'worker']) {
      kept.push(keepRunning(name, [`build/server/${name}.js`], () => env));
    }
    await untilHealthy(address, ending);
  } catch (error) {
    await close();
    throw error;
  }
  return { address, env, close };
}

async function recreate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
