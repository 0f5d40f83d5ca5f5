import { existsSync } from 'node:fs';
import { assert } from '#server/kernel/errors.ts';
import { type Figures, line, measure, medianOf } from './measure.ts';
import { makeMinimalTables, minimalOrder } from './minimal-order.ts';
import { hasPgbench, type PgbenchFigures, pgbench } from './pgbench.ts';
import { openShopWorld } from './shop-world.ts';
import { buyer } from './shopper.ts';
import { startWeb } from './web-process.ts';

const PRODUCTS = 1000;
const SECONDS = 5;
const ROUNDS = 3;
const PORT = Number(process.env.BENCH_PORT ?? 3096);

/**
 * Complete checkouts (three packs into the cart, address, order, payment) by 1 and by 16 buyers, beside the minimal order
 * on the same database in the same run, by pgbench where there is one and through pg. Limits and shop take turns.
 */
export async function benchOrders(adminUrl: string): Promise<number> {
  if (!existsSync('build/server/main.js')) throw new Error('There is no build yet: run npm run build first.');
  console.log(`building a world of ${PRODUCTS} products beside the database`);
  const world = await openShopWorld(adminUrl, PRODUCTS);
  const web = await startWeb(world.url, PORT, Number(process.env.WEB_PROCESSES ?? 1));
  await makeMinimalTables(world.url);
  try {
    for (const buyers of [1, 16]) await compare(world.url, web.port, world.packs, buyers);
    console.log(`\nweb process after load: ${web.rssMiB().toFixed(0)} MiB resident`);
    return 0;
  } finally {
    await web.stop();
    await world.drop();
  }
}

async function compare(url: string, port: number, packs: string[], buyers: number): Promise<void> {
  const [throughPg, checkouts]: [Figures[], Figures[]] = [[], []];
  const limits: PgbenchFigures[] = [];
  const placing: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const load = { workers: buyers, seconds: SECONDS };
    if (hasPgbench()) limits.push(await pgbench(url, buyers, SECONDS));
    throughPg.push(await measure({ name: `through pg: minimal order, ${buyers}`, ...load }, () => minimalOrder(url)));
    const name = `complete checkout, ${buyers} at once`;
    checkouts.push(await measure({ name, ...load }, () => buyer(port, packs, (ms) => placing.push(ms))));
  }
  const pg = medianOf(throughPg);
  const beside = [{ name: 'minimal order through pg', figures: pg }];
  if (limits.length > 0) {
    const limit = limits.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(limits.length / 2)] ?? limits[0];
    assert(limit, 'a round of pgbench');
    console.log(
      `pgbench: minimal order, ${buyers} ${limit.perSecond.toFixed(0)}/s, ${limit.averageMs.toFixed(2)} ms on average`,
    );
    beside.unshift({ name: 'pgbench', figures: { ...pg, perSecond: limit.perSecond } });
  } else {
    console.log('there is no pgbench on this machine; the limit is the same order through pg');
  }
  console.log(line(pg, []));
  console.log(line(medianOf(checkouts), beside));
  placing.sort((a, b) => a - b);
  const at = (part: number) => (placing[Math.floor(placing.length * part)] ?? 0).toFixed(1);
  console.log(
    `  of these the placing request alone: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${placing.length} placed\n`,
  );
}
