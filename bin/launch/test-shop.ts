import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { lock, startPostgres } from '#server/platform/postgres/index.ts';
import { openStripeStandIn } from '#server/testing/stripe-stand-in/index.ts';
import { fingerprintOf } from './build.ts';
import { mustRun } from './commands.ts';
import { untilHealthy } from './health.ts';
import { keepRunning } from './supervisor.ts';

const seededPrefix = 'e2e_seeded_';
const seedingMs = 600_000;

/** A whole shop for the browser tests: its own database with the demo world, web and worker on a free port, a Stripe beside it. */
export async function openTestShop(dataDir: string, ending: AbortSignal) {
  const server = await startPostgres({
    dataDir: join(dataDir, 'test-postgres'),
    database: 'postgres',
    throwaway: true,
  });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const database = `e2e_${process.pid}`;
  const asApplication = new URL(`/${database}`, server.applicationUrl).href;
  const env = {
    DATABASE_URL: new URL(`/${database}`, server.url).href,
    DATA_DIR: join(dataDir, 'e2e'),
    PORT: `${port}`,
    HOST: '127.0.0.1',
    PUBLIC_URL: address,
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
  };
  const stripe = await openStripeStandIn({ webhookUrl: `${address}/webhooks/stripe` });
  // The sandbox stays the first, as in a demo without keys.
  const running = { ...env, ...stripe.env, PAYMENT_PROVIDERS: 'sandbox,stripe,cash', DATABASE_URL: asApplication };
  const kept: { stop(): Promise<void> }[] = [];
  async function close(): Promise<void> {
    await Promise.all(kept.map((process) => process.stop()));
    await stripe[Symbol.asyncDispose]();
    await onServer(server.url, `drop database if exists ${database} with (force)`);
    await server.stop();
  }
  try {
    mkdirSync(env.DATA_DIR, { recursive: true });
    const turn = await lock(join(env.DATA_DIR, 'seeding.lock'), 'alone', seedingMs);
    const seeded = await seededDatabase(server.url, env, ending).finally(() => turn.release());
    await onServer(server.url, `create database ${database} template ${seeded}`);
    for (const name of ['main', 'worker']) {
      kept.push(keepRunning(name, [`build/server/${name}.js`], () => running));
    }
    await untilHealthy(address, ending);
  } catch (error) {
    await close();
    throw error;
  }
  return { address, env, close };
}

/** The demo world takes a while to grow, so it is kept, for this day and these sources, and copied for every run. */
async function seededDatabase(adminUrl: string, env: Record<string, string>, ending: AbortSignal): Promise<string> {
  const sources = fingerprintOf(['server/**', 'prisma-seed/**']).slice(0, 12);
  const name = `${seededPrefix}${new Date().toISOString().slice(0, 10).replaceAll('-', '')}_${sources}`;
  const old = await onServer(adminUrl, `select datname from pg_database where datname like '${seededPrefix}%'`);
  if (old.some(({ datname }) => datname === name)) {
    return name;
  }
  const draft = `${name}_draft`;
  for (const { datname } of old) {
    await onServer(adminUrl, `drop database if exists ${datname} with (force)`);
  }
  await onServer(adminUrl, `create database ${draft}`);
  const draftEnv = { ...env, DATABASE_URL: new URL(`/${draft}`, adminUrl).href };
  await mustRun('The migrations', ['server/cli/migrate.ts'], draftEnv, ending);
  await mustRun('Seeding the demo world', ['server/cli/seed.ts', 'demo'], draftEnv, ending);
  await onServer(adminUrl, `alter database ${draft} rename to ${name}`);
  return name;
}

async function onServer(adminUrl: string, statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
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
