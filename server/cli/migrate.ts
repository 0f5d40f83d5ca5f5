import { entities } from '#server/entities.ts';
import { migrations } from '#server/migrations/index.ts';
import { readEnv } from '#server/platform/env.ts';
import { grantToApplication } from '#server/platform/grants.ts';
import { openOrm } from '#server/platform/orm.ts';

const env = readEnv();
const url = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
const orm = await openOrm({ url, entities, migrations, poolMax: 2 });
const run = await orm.migrator.up();
await grantToApplication(orm);
console.log(run.length === 0 ? 'database is up to date' : `ran ${run.map((migration) => migration.name).join(', ')}`);
await orm.close();
