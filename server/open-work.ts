import { entities } from '#server/entities.ts';
import { jobs, listeners } from '#server/jobs.ts';
import { migrations } from '#server/migrations/index.ts';
import { type Env, openOrm, readEnv } from '#server/platform/index.ts';
import { openWorker, type Worker } from '#server/platform/jobs/index.ts';
import { readSecrets } from '#server/platform/secrets.ts';

const POOL_MAX = 4;

/** Opens a worker with every job and listener there is. */
export async function openWork(env: Env = readEnv()): Promise<Worker> {
  readSecrets();
  const orm = await openOrm({ url: env.DATABASE_URL, entities, migrations, poolMax: POOL_MAX });
  const url = env.DATABASE_DIRECT_URL ?? env.DATABASE_URL;
  const worker = await openWorker({ orm, url, jobs, listeners, now: () => new Date() });
  return {
    async stop() {
      await worker.stop();
      await orm.close();
    },
  };
}
