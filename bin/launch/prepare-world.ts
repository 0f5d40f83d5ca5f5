import pg from 'pg';
import { readEnv } from '#server/platform/env.ts';
import { mustRun } from './commands.ts';
import { step } from './narrate.ts';

/** A table that stands only while the demo world is being seeded; found at start, the last seeding was cut off. */
const seedingMark = 'demo_seeding_in_progress';

/** Brings the schema up to date and, in demo mode, gives an empty database its demo world. */
export async function prepareWorld(url: string, signal?: AbortSignal): Promise<void> {
  const env = { DATABASE_URL: url };
  await step('migrations', async () => {
    await clearHalfSeeded(url);
    return mustRun('The migrations', ['server/cli/migrate.ts'], env, signal);
  });
  if (readEnv({ ...process.env, ...env }).demo && (await isEmpty(url))) {
    await step('demo world', async () => {
      await ask(url, `create table if not exists ${seedingMark} ()`);
      await mustRun('Seeding the demo world', ['server/cli/seed.ts', 'demo'], env, signal);
      await ask(url, `drop table ${seedingMark}`);
    });
  }
}

/** Half a demo world is worth nothing and would be in the way of the whole one. Only ever wipes what we began on empty. */
async function clearHalfSeeded(url: string): Promise<void> {
  const [found] = await ask(url, `select to_regclass('public.${seedingMark}') is not null as half`);
  if (!found?.half) {
    return;
  }
  const ours = await ask(
    url,
    `select format('drop schema %I cascade', nspname) as statement from pg_namespace
     where nspname !~ '^pg_' and nspname <> 'information_schema'`,
  );
  for (const { statement } of ours) {
    await ask(url, `${statement}`);
  }
  await ask(url, 'create schema public');
}

/** Every world has organizations, and nobody can do anything before there is one. */
async function isEmpty(url: string): Promise<boolean> {
  const [found] = await ask(url, 'select not exists (select 1 from organization) as empty');
  return found?.empty === true;
}

async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}
