import { isFree, Refusal } from '#server/platform/postgres/index.ts';
import { onPoliteEnd, runNode } from './commands.ts';
import { openDatabase } from './database.ts';
import { step, tell } from './narrate.ts';
import { prepareWorld } from './prepare-world.ts';
import { readSettings } from './settings.ts';

/** `npm run dev`: the same database as `up`, and a server that reloads on change. */
export function dev(): Promise<void> {
  return tell(async () => {
    const ending = onPoliteEnd();
    const settings = readSettings();
    if (!(await isFree(settings.port, settings.host))) {
      throw new Refusal(
        `Port ${settings.port} is taken, perhaps by npm run up: stop that one, or choose another with PORT.`,
      );
    }
    const database = await step(
      'database',
      () => openDatabase(settings),
      ({ where }) => where,
    );
    try {
      await prepareWorld(database.url, ending);
      const env = {
        NODE_ENV: 'development',
        DATABASE_URL: database.applicationUrl,
        DATA_DIR: settings.dataDir,
        PORT: `${settings.port}`,
        HOST: settings.host,
      };
      const { code } = await runNode({ args: ['server/dev.ts'], env, output: 'show', signal: ending });
      return ending.aborted ? 0 : code;
    } finally {
      await database.stop();
    }
  });
}
