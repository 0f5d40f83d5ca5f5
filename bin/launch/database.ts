import pg from 'pg';
import { isAlive, type PostgresServer, Refusal, startPostgres } from '#server/platform/postgres/index.ts';
import type { Settings } from './settings.ts';

const patienceMs = 10_000;
/** The schema takes its time-ordered identities from uuidv7(), which came with 18. */
const oldestVersion = 180_000;

/** The database a command works on: the embedded one, of which we hold a share, or a real one that is not ours to stop. */
export type Database = {
  /** As the owner: for migrations and seeds. */
  url: string;
  /** As whom web and worker connect: the role that owns nothing, where the database is ours. */
  applicationUrl: string;
  embedded: boolean;
  where: string;
  /** Brings the embedded server back when it was killed. True when its address changed meanwhile. */
  revive(): Promise<boolean>;
  stop(): Promise<void>;
};

export async function openDatabase(settings: Settings): Promise<Database> {
  return settings.databaseUrl
    ? realDatabase(settings.databaseUrl, settings.databaseOwnerUrl)
    : embeddedDatabase(settings);
}

async function embeddedDatabase({ dataDir, postgresPort }: Settings): Promise<Database> {
  let server: PostgresServer = await startPostgres({ dataDir, port: postgresPort });
  return {
    get url() {
      return server.url;
    },
    get applicationUrl() {
      return server.applicationUrl;
    },
    embedded: true,
    where: `embedded PostgreSQL on port ${server.port}`,
    async revive() {
      if (isAlive(server.pid)) {
        return false;
      }
      const lost = server;
      server = await startPostgres({ dataDir, port: lost.port });
      // Our share of the dead server is given back only now: the new one already has another share to live by.
      await lost.stop();
      return server.url !== lost.url;
    },
    stop: () => server.stop(),
  };
}

async function realDatabase(url: string, ownerUrl: string | undefined): Promise<Database> {
  const where = `PostgreSQL at ${hostOf(url)}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  try {
    await client.connect();
    const { rows } = await client.query('show server_version_num');
    if (Number(rows[0].server_version_num) < oldestVersion) {
      throw new Error('PostgreSQL 18 or newer is needed');
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Refusal(`The ${where} cannot be used (${message || code}): check DATABASE_URL.`);
  } finally {
    await client.end().catch(() => {});
  }
  return {
    url: ownerUrl ?? url,
    applicationUrl: url,
    embedded: false,
    where,
    revive: async () => false,
    stop: async () => {},
  };
}

/** Never the whole address: it holds the password. */
function hostOf(url: string): string {
  return URL.canParse(url) && new URL(url).host ? new URL(url).host : 'a local socket';
}
