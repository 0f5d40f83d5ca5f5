import { expect, test } from 'vitest';
import { createPageCache } from '../page-cache.ts';
import { type Answer, sharePages } from './shared-pages.ts';

function aShop() {
  const cache = createPageCache();
  cache.trust();
  let price = 39;
  let renderings = 0;
  const gates: (() => void)[] = [];
  return {
    cache,
    pages: sharePages(cache, () => Date.parse('2026-03-01T04:00:00Z')),
    reprice(to: number) {
      price = to;
      cache.purge(['product:tea']);
    },
    /** Lets every rendering that has read its price go on. */
    release() {
      for (const open of gates.splice(0)) open();
    },
    renderings: () => renderings,
    async render(headers: Record<string, string> = { 'x-cache-tags': 'product:tea list' }) {
      renderings += 1;
      const read = price;
      await new Promise<void>((open) => gates.push(open));
      return new Response(`price ${read}`, { headers });
    },
  };
}

async function textOf(answer: Answer): Promise<string> {
  return 'page' in answer ? answer.page.plain.toString() : answer.response.text();
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test('twenty who ask for the same page at once cause one rendering', async () => {
  const shop = aShop();

  const asked = Array.from({ length: 20 }, () => shop.pages.answer('/tea', () => shop.render()));
  await settled();
  shop.release();
  const answers = await Promise.all(asked);

  expect(shop.renderings()).toBe(1);
  expect(new Set(await Promise.all(answers.map(textOf)))).toEqual(new Set(['price 39']));
  expect(shop.cache.find('/tea', Date.parse('2026-03-01T04:00:00Z'))?.plainHead).not.toContain('x-cache-tags');
});

test('who asks after a change never gets the page whose rendering began before it', async () => {
  const shop = aShop();

  const early = shop.pages.answer('/tea', () => shop.render());
  await settled();
  shop.reprice(45);
  const late = shop.pages.answer('/tea', () => shop.render());
  await settled();
  shop.release();
  await settled();
  shop.release();

  expect(await textOf(await early)).toBe('price 39');
  expect(await textOf(await late)).toBe('price 45');
  expect(shop.cache.find('/tea', Date.parse('2026-03-01T04:00:00Z'))?.plain.toString()).toBe('price 45');
});

test('a page without tags, or one that sets a cookie, is kept for nobody', async () => {
  const shop = aShop();

  for (const headers of [{}, { 'x-cache-tags': 'list', 'set-cookie': 'cart=1' }]) {
    const asked = shop.pages.answer('/cart', () => shop.render(headers as Record<string, string>));
    await settled();
    shop.release();
    expect('response' in (await asked)).toBe(true);
  }

  expect(shop.cache.figures.pages).toBe(0);
});

test('a rendering that fails is told to who caused it; who waited for it tries again', async () => {
  const shop = aShop();
  const fails = () => Promise.reject(new Error('no database'));

  const leader = shop.pages.answer('/tea', fails);
  const follower = shop.pages.answer('/tea', () => shop.render());
  await expect(leader).rejects.toThrow('no database');
  await settled();
  shop.release();

  expect(await textOf(await follower)).toBe('price 39');
});
