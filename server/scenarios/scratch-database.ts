import pg from 'pg';
import { entities } from '#server/entities.ts';
import { readableCode } from '#server/kernel/ids.ts';
import { migrations } from '#server/migrations/index.ts';
import { type MikroORM, openOrm } from '#server/platform/index.ts';

/** A database of its own beside the one of a url, migrated; dropped when it is no longer used. */
export async function openScratchDatabase(url: string): Promise<{ orm: MikroORM } & AsyncDisposable> {
  const name = `scenario_${readableCode(10).toLowerCase()}`;
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  await onServer(url, `create database ${name}`);
  const drop = () => onServer(url, `drop database if exists ${name} with (force)`);
  try {
    const orm = await openOrm({ url: scratch.href, entities, migrations, poolMax: 4 });
    // A story begins with its first step, not with a list of tables.
    orm.config.set('migrations', { ...orm.config.get('migrations'), silent: true });
    await orm.migrator.up();
    return {
      orm,
      [Symbol.asyncDispose]: async () => {
        await orm.close(true);
        await drop();
      },
    };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
