import { existsSync } from 'node:fs';
import { Refusal } from '#server/platform/postgres/index.ts';
import { onPoliteEnd, runNode } from './commands.ts';
import { openDatabase } from './database.ts';
import { tell } from './narrate.ts';
import { migrateWhenNeeded } from './prepare-world.ts';
import { readSettings } from './settings.ts';

/** `node bin/run.mjs script.ts ...`: runs one script with a database under it and passes its exit code on. */
export function run(): Promise<void> {
  return tell(async () => {
    const [script, ...args] = process.argv.slice(2);
    if (!script || !existsSync(script)) {
      throw new Refusal(`There is no script ${script ?? 'named'}: say node bin/run.mjs <script.ts> [arguments].`);
    }
    const ending = onPoliteEnd();
    const settings = readSettings();
    const database = await openDatabase(settings);
    try {
      const env = { DATABASE_URL: database.url, DATA_DIR: settings.dataDir };
      // The embedded database is ours to bring up to date; a real one is migrated when its owner says so.
      if (database.embedded) {
        await migrateWhenNeeded(database.url, ending);
      }
      const { code } = await runNode({ args: [script, ...args], env, output: 'show', signal: ending });
      return code;
    } finally {
      await database.stop();
    }
  });
}
