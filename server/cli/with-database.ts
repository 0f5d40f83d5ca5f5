import { entities } from '#server/entities.ts';
import { type MikroORM, openCtx, openOrm, readEnv, rowOf, sql, systemActor } from '#server/platform/index.ts';

/** What a command ends with when it could not begin: no such argument, no database, nothing to work on. */
export const COULD_NOT_BEGIN = 2;

/** A sentence for whoever typed the command; everything else is a bug and keeps its stack. */
export class CommandRefusal extends Error {
  override readonly name = 'CommandRefusal';
}

/** Runs a command's body on the database of DATABASE_URL and passes its exit code on. */
export async function withDatabase(work: (orm: MikroORM) => Promise<number>): Promise<void> {
  let orm: MikroORM | undefined;
  try {
    orm = await openDatabase();
    process.exitCode = await work(orm);
  } catch (error) {
    if (!(error instanceof CommandRefusal)) throw error;
    console.error(error.message);
    process.exitCode = COULD_NOT_BEGIN;
  } finally {
    await orm?.close(true);
  }
}

async function openDatabase(): Promise<MikroORM> {
  if (!process.env.DATABASE_URL) {
    throw new CommandRefusal('DATABASE_URL does not say which database: start this with npm run, or set it.');
  }
  const url = readEnv().DATABASE_URL;
  const orm = await openOrm({ url, entities, poolMax: 2 });
  const row = await reach(orm, url).catch(async (error: unknown) => {
    await orm.close(true);
    throw error;
  });
  if (!row?.migrated) {
    await orm.close(true);
    throw new CommandRefusal(`${nameOf(url)} has no tables yet: run node server/cli/migrate.ts first.`);
  }
  return orm;
}

function reach(orm: MikroORM, url: string): Promise<{ migrated: boolean } | null> {
  const ctx = openCtx(orm, systemActor, new Date());
  return rowOf<{ migrated: boolean }>(ctx, sql`select to_regclass('setting') is not null as migrated`).catch(
    (error: Error) => {
      throw new CommandRefusal(`${nameOf(url)} cannot be reached: ${reasonOf(error)}`);
    },
  );
}

/** Host and name, never the password. */
function nameOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `The database ${decodeURIComponent(pathname.slice(1))} at ${hostname || 'localhost'}:${port || 5432}`;
}

function reasonOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  return (error.message || code || String(error.cause ?? error.name)).split('\n')[0]?.trim() ?? '';
}
