import { existsSync } from 'node:fs';
import { Connection, requestOf } from './http-client.ts';
import { type Figures, line, measure, medianOf, type Work } from './measure.ts';
import { makeMinimalTables, minimalOrder } from './minimal-order.ts';
import { openShopWorld } from './shop-world.ts';
import { adder, any, buyer, reader } from './shopper.ts';
import { startLimits, startWeb } from './web-process.ts';

const PRODUCTS = 1000;
const SECONDS = 3;
const ROUNDS = 3;
const MANY = 16;
const WEB_PORT = Number(process.env.BENCH_PORT ?? 3095);

/**
 * The shop beside the limits of this machine in one run: each figure is the middle of three rounds in which limits and
 * shop take turns, so that a noisy neighbour strikes both.
 */
export async function benchShop(adminUrl: string): Promise<number> {
  if (!existsSync('build/server/main.js')) throw new Error('There is no build yet: run npm run build first.');
  console.log(`building a world of ${PRODUCTS} products beside the database`);
  const world = await openShopWorld(adminUrl, PRODUCTS);
  const web = await startWeb(world.url, WEB_PORT, Number(process.env.WEB_PROCESSES ?? 1));
  const listBytes = await bytesOf(web.port, '/products');
  const limits = await startLimits(listBytes);
  await makeMinimalTables(world.url);
  try {
    console.log(`${ROUNDS} rounds of ${SECONDS} s each; the list page has ${listBytes} bytes\n`);
    const found = await rounds([
      limit('limit: bare node:http, same bytes', () => reader(limits.port, () => '/', 'nobody')),
      limit('limit: bare React, 24 cards', () => reader(limits.port, () => '/react', 'nobody')),
      limit('limit: minimal order, 1 client', () => minimalOrder(world.url), 1),
      limit('limit: minimal order, 16 clients', () => minimalOrder(world.url)),
      page('home, kept', '/', 'nobody'),
      page('home, rendered', '/', 'known'),
      page('list of 24, kept', '/products', 'nobody'),
      page('list of 24, rendered', '/products', 'known'),
      many('product, kept', () => `/products/${any(world.slugs.slice(0, 50))}`, 'nobody'),
      many('product, rendered', () => `/products/${any(world.slugs)}`, 'known'),
      many(
        'search, rendered',
        () => `/search?q=${encodeURIComponent(any(['蜂蜜', 'fengmi', 'honey', '样品']))}`,
        'known',
      ),
      limit('add to cart, 16 at once', () => adder(web.port, world.packs)),
      limit('whole checkout, 1 buyer', () => buyer(web.port, world.packs), 1),
      limit('whole checkout, 16 buyers', () => buyer(web.port, world.packs)),
    ]);
    const placing = await placings(web.port, world.packs);
    print(found, placing, web.rssMiB());
    return 0;
  } finally {
    await web.stop();
    await limits.stop();
    await world.drop();
  }

  function page(name: string, path: string, as: 'nobody' | 'known'): Kind {
    return many(name, () => path, as);
  }
  function many(name: string, pathOf: () => string, as: 'nobody' | 'known'): Kind {
    return limit(name, () => reader(web.port, pathOf, as));
  }
}

type Kind = { name: string; workers: number; make: () => Promise<Work> };

function limit(name: string, make: () => Promise<Work>, workers = MANY): Kind {
  return { name, workers, make };
}

/** Every kind once a round, so that all of them see the same weather. */
async function rounds(kinds: Kind[]): Promise<Map<string, Figures>> {
  const runs = new Map<string, Figures[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, workers, make } of kinds) {
      const figures = await measure({ name, workers, seconds: SECONDS }, make);
      runs.set(name, [...(runs.get(name) ?? []), figures]);
    }
  }
  return new Map([...runs].map(([name, list]) => [name, medianOf(list)]));
}

/** How long the placing request alone takes while 16 buyers do their whole checkouts. */
async function placings(port: number, packs: string[]): Promise<Figures> {
  const times: number[] = [];
  const name = 'place order alone, among 16 buyers';
  const whole = await measure({ name, workers: MANY, seconds: SECONDS * 2 }, () =>
    buyer(port, packs, (ms) => times.push(ms)),
  );
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(times.length * part)] ?? 0;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return {
    name,
    perSecond: (MANY * 1000) / mean,
    p50: at(0.5),
    p99: at(0.99),
    done: times.length,
    failed: whole.failed,
  };
}

function print(found: Map<string, Figures>, placing: Figures, rssMiB: number): void {
  const named = (name: string) => {
    const figures = found.get(name);
    if (!figures) throw new Error(`${name} was not measured`);
    return { name: name.replace('limit: ', ''), figures };
  };
  const http = named('limit: bare node:http, same bytes');
  const react = named('limit: bare React, 24 cards');
  const one = named('limit: minimal order, 1 client');
  const sixteen = named('limit: minimal order, 16 clients');
  for (const [name, figures] of found) {
    if (name.startsWith('limit')) console.log(line(figures, []));
    else if (name.includes('kept')) console.log(line(figures, [http, react]));
    else if (name === 'whole checkout, 1 buyer') console.log(line(figures, [one]));
    else if (/cart|checkout/.test(name)) console.log(line(figures, [sixteen]));
    else console.log(line(figures, [react]));
  }
  console.log(line(placing, [sixteen]));
  console.log(`\nweb process after load: ${rssMiB.toFixed(0)} MiB resident`);
}

async function bytesOf(port: number, path: string): Promise<number> {
  const connection = await Connection.open(port);
  const reply = await connection.send(requestOf({ path }, port));
  connection.close();
  return reply.bytes;
}
