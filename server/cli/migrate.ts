import { entities } from '#server/entities.ts';
import { migrations } from '#server/migrations/index.ts';
import { readEnv } from '#server/platform/env.ts';
import { openOrm } from '#server/platform/orm.ts';

const orm = await openOrm({ url: readEnv().DATABASE_URL, entities, migrations, poolMax: 2 });
const run = await orm.migrator.up();
console.log(run.length === 0 ? 'database is up to date' : `ran ${run.map((migration) => migration.name).join(', ')}`);
await orm.close();
