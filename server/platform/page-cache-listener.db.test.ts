import { expect, test, vi } from 'vitest';
import { openWorld, type World } from '#server/testing/index.ts';
import { transact } from './ctx.ts';
import { createPageCache, type PageCache, type StoredPage } from './page-cache.ts';
import { listenForPurges } from './page-cache-listener.ts';
import { purge } from './purge.ts';
import { run, sql } from './sql.ts';

const noon = Date.parse('2026-06-01T04:00:00Z');
const page: StoredPage = {
  tags: ['product:tea'],
  etag: 'W/"1"',
  plain: Buffer.from('tea'),
  gzip: null,
  plainHead: [],
  gzipHead: [],
  unchangedHead: [],
};

async function openCache(world: World) {
  const cache = createPageCache();
  const listener = listenForPurges(world.url, cache);
  await vi.waitFor(() => expect(cache.trusted).toBe(true));
  return { cache, listener, [Symbol.asyncDispose]: () => listener.close() };
}

function keepTea(cache: PageCache): void {
  expect(cache.keep('/tea', page, cache.begin(), noon)).toBe(true);
}

test('a purge is heard once its transaction has committed, and not at all when it is rolled back', async () => {
  await using world = await openWorld();
  await using opened = await openCache(world);
  keepTea(opened.cache);

  const fails = transact(world.system(), async (tx) => {
    await purge(tx, ['product:tea']);
    throw new Error('rolled back');
  });
  await expect(fails).rejects.toThrow('rolled back');
  await opened.listener.caughtUp();
  expect(opened.cache.find('/tea', noon)).not.toBeNull();

  await transact(world.system(), (tx) => purge(tx, ['list', 'product:tea']));
  await opened.listener.caughtUp();
  expect(opened.cache.find('/tea', noon)).toBeNull();
});

test('of many who change something at once, each finds his own change heard', async () => {
  await using world = await openWorld();
  await using opened = await openCache(world);
  const { cache, listener } = opened;

  await Promise.all(
    Array.from({ length: 40 }, async (_, at) => {
      const tag = `product:${at}`;
      cache.keep(tag, { ...page, tags: [tag] }, cache.begin(), noon);
      await transact(world.system(), (tx) => purge(tx, [tag]));
      await listener.caughtUp();
      expect(cache.find(tag, noon)).toBeNull();
    }),
  );
});

test('when its connection is cut the cache is empty until it listens again', async () => {
  await using world = await openWorld();
  await using opened = await openCache(world);
  keepTea(opened.cache);

  await run(
    world.system(),
    sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'page-cache' and datname = current_database()`,
  );
  await vi.waitFor(() => expect(opened.cache.trusted).toBe(false));
  expect(opened.cache.find('/tea', noon)).toBeNull();

  await vi.waitFor(() => expect(opened.cache.trusted).toBe(true), 5_000);
  expect(opened.cache.find('/tea', noon)).toBeNull();
  keepTea(opened.cache);
  await transact(world.system(), (tx) => purge(tx, ['product:tea']));
  await opened.listener.caughtUp();
  expect(opened.cache.find('/tea', noon)).toBeNull();
});
