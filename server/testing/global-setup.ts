import { join } from 'node:path';
import { startPostgres } from '#server/platform/postgres/index.ts';

/** Gives tests a throw-away server: the one they are told of, or their own, joined and left like any other. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_DATABASE_URL) return undefined;
  const dataDir = join(process.env.DATA_DIR ?? '.data', 'test-postgres');
  const server = await startPostgres({ dataDir, database: 'postgres', throwaway: true });
  process.env.TEST_DATABASE_URL = server.url;
  return () => server.stop();
}
