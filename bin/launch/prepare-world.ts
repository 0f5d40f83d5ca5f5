import { globSync } from 'node:fs';
import { basename } from 'node:path';
import pg from 'pg';
import { readEnv } from '#server/platform/env.ts';
import { mustRun } from './commands.ts';
import { remarkOf, step } from './narrate.ts';

/** A table that stands only while the demo world is being seeded; found at start, the last seeding was cut off. */
const seedingMark = 'demo_seeding_in_progress';

/** Brings the schema up to date and, in demo mode, gives an empty database its demo world. */
export async function prepareWorld(url: string, signal?: AbortSignal): Promise<void> {
  const env = { DATABASE_URL: url };
  await clearHalfSeeded(url);
  await step('migrations', () => migrateWhenNeeded(url, signal), remarkOf);
  if (readEnv({ ...process.env, ...env }).demo && (await isEmpty(url))) {
    await step('demo world', async () => {
      await ask(url, `create table if not exists ${seedingMark} ()`);
      await mustRun('Seeding the demo world', ['server/cli/seed.ts', 'demo'], env, signal);
      await ask(url, `drop table ${seedingMark}`);
    });
  }
}

/** Loading the ORM to learn that there is nothing to do would take a second of every start. Answers whether it migrated. */
export async function migrateWhenNeeded(url: string, signal?: AbortSignal): Promise<boolean> {
  const wanted = globSync('server/migrations/[0-9]*.ts').map((path) => basename(path, '.ts'));
  const [table] = await ask(url, `select to_regclass('public.migration') is not null as there`);
  const done = table?.there ? await ask(url, 'select name from migration') : [];
  if (wanted.every((name) => done.some((row) => row.name === name))) {
    return false;
  }
  await mustRun('The migrations', ['server/cli/migrate.ts'], { DATABASE_URL: url }, signal);
  return true;
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
