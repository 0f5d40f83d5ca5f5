import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '#server/platform/postgres/index.ts';

let server: PostgresServer | undefined;

/** Gives tests a throw-away server: the one they are told of, or their own, joined and left like any other. */
export async function setup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return;
  const dataDir = join(process.env.DATA_DIR ?? '.data', 'test-postgres');
  server = await startPostgres({ dataDir, database: 'postgres', throwaway: true });
  process.env.TEST_DATABASE_URL = server.url;
  process.env.TEST_APPLICATION_URL = server.applicationUrl;
}

export async function teardown(): Promise<void> {
  await server?.stop();
}
