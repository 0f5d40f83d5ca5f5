import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { folderRefusal, portFrom } from '#server/platform/postgres/index.ts';

const everywhere = ['0.0.0.0', '::'];

/** What the environment asks of the launcher. Everything has a default that works on a fresh clone. */
export type Settings = {
  port: number;
  host: string;
  dataDir: string;
  /** A real PostgreSQL instead of the embedded one. */
  databaseUrl: string | undefined;
  /** Who migrates and seeds it, where DATABASE_URL is a role that owns nothing. */
  databaseOwnerUrl: string | undefined;
  postgresPort: number | undefined;
};

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const dataDir = resolve(env.DATA_DIR || '.data');
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw folderRefusal(dataDir, error);
  }
  return {
    port: portFrom('PORT', env.PORT) ?? 3000,
    host: env.HOST || '127.0.0.1',
    dataDir,
    databaseUrl: env.DATABASE_URL || undefined,
    databaseOwnerUrl: env.DATABASE_OWNER_URL || undefined,
    postgresPort: portFrom('PGPORT', env.PGPORT),
  };
}

/** Where a browser on this machine finds us. */
export function addressOf({ host, port }: Settings): string {
  return `http://${['127.0.0.1', '::1', 'localhost', ...everywhere].includes(host) ? 'localhost' : host}:${port}`;
}

/** The host to knock at from here: listening everywhere is not an address. */
export function knockAt({ host, port }: Settings): string {
  const name = everywhere.includes(host) ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
