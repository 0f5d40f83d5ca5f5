import { expect, test } from 'vitest';
import { createPageCache, type PageCache, pageCacheLimits, type StoredPage } from './page-cache.ts';

const noon = Date.parse('2026-03-01T04:00:00Z');

function aCache(limits: Partial<typeof pageCacheLimits> = {}): PageCache {
  const cache = createPageCache({ ...pageCacheLimits, ...limits });
  cache.trust();
  return cache;
}

function aPage(tags: string[], bytes = 100): StoredPage {
  const body = Buffer.alloc(bytes);
  return { tags, etag: 'W/"1"', plain: body, gzip: null, plainHead: [], gzipHead: [], unchangedHead: [] };
}

test('a purge drops exactly the pages that carry one of its tags', () => {
  const cache = aCache();
  cache.keep('/a', aPage(['product:a', 'list']), cache.begin(), noon);
  cache.keep('/b', aPage(['product:b', 'list']), cache.begin(), noon);
  cache.keep('/c', aPage(['figures']), cache.begin(), noon);

  cache.purge(['product:a', 'nothing-of-ours']);

  expect(cache.find('/a', noon)).toBeNull();
  expect(cache.find('/b', noon)).not.toBeNull();
  cache.purge(['list', 'figures']);
  expect(cache.find('/b', noon)).toBeNull();
  expect(cache.find('/c', noon)).toBeNull();
  expect(cache.figures).toMatchObject({ pages: 0, bytes: 0, purged: 3 });
});

test('a page whose rendering began before a purge of its tag is not kept, one begun after is', () => {
  const cache = aCache();
  const before = cache.begin();
  cache.purge(['product:a']);

  expect(cache.keep('/a', aPage(['product:a']), before, noon)).toBe(false);
  expect(cache.keep('/b', aPage(['product:b']), before, noon)).toBe(true);
  expect(cache.keep('/a', aPage(['product:a']), cache.begin(), noon)).toBe(true);
});

test('a rendering older than the purges still remembered is not kept', () => {
  const cache = aCache({ rememberedPurges: 2 });
  const before = cache.begin();
  for (const tag of ['product:a', 'x', 'y', 'z']) cache.purge([tag]);

  expect(cache.keep('/a', aPage(['product:a']), before, noon)).toBe(false);
  expect(cache.keep('/a', aPage(['product:a']), cache.begin(), noon)).toBe(true);
});

test('while purges cannot be heard nothing is handed out or kept, and what was rendered meanwhile is not kept after', () => {
  const cache = aCache();
  cache.keep('/a', aPage(['a']), cache.begin(), noon);

  cache.distrust();
  const meanwhile = cache.begin();
  expect(cache.find('/a', noon)).toBeNull();
  expect(cache.keep('/b', aPage(['b']), meanwhile, noon)).toBe(false);

  cache.trust();
  expect(cache.find('/a', noon)).toBeNull();
  expect(cache.keep('/b', aPage(['b']), meanwhile, noon)).toBe(false);
  expect(cache.keep('/b', aPage(['b']), cache.begin(), noon)).toBe(true);
});

test('the page not read for longest goes first when the bytes run out', () => {
  const cache = aCache({ bytes: 7_000 });
  for (const key of ['/a', '/b', '/c']) cache.keep(key, aPage([key], 1_000), cache.begin(), noon);
  cache.find('/a', noon);

  cache.keep('/d', aPage(['/d'], 1_000), cache.begin(), noon);

  expect(cache.find('/b', noon)).toBeNull();
  expect(['/a', '/c', '/d'].every((key) => cache.find(key, noon))).toBe(true);
  expect(cache.figures.bytes).toBeLessThanOrEqual(7_000);
  expect(cache.keep('/huge', aPage([], 8_000), cache.begin(), noon)).toBe(false);
});

test('a page lives ten minutes, and none past midnight in Shanghai', () => {
  const cache = aCache();
  const lateEvening = Date.parse('2026-03-01T15:55:00Z');
  cache.keep('/noon', aPage([]), cache.begin(), noon);
  cache.keep('/late', aPage([]), cache.begin(), lateEvening);

  expect(cache.find('/noon', noon + 599_999)).not.toBeNull();
  expect(cache.find('/noon', noon + 600_000)).toBeNull();
  expect(cache.find('/late', Date.parse('2026-03-01T15:59:59Z'))).not.toBeNull();
  expect(cache.find('/late', Date.parse('2026-03-01T16:00:00Z'))).toBeNull();
});
