import { entities } from '#server/entities.ts';
import { migrations } from '#server/migrations/index.ts';
import { openOrm } from '#server/platform/index.ts';
import { World } from '#server/testing/index.ts';

/** Run on an empty database: one jar on sale with more in stock than any test buys. Prints the code of its pack. */
const url = process.env.DATABASE_URL ?? '';
const orm = await openOrm({ url, entities, migrations, poolMax: 2 });
await orm.migrator.up();
await using world = new World(orm, url, () => Promise.resolve());
world.now = new Date();
const { pack } = await world.jar({ packs: 100_000 });
console.log(pack.code);
