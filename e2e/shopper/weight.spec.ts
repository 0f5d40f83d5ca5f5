import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const htmlBytesMax = 60 * 1024;
const scriptBytesMax = 100 * 1024;
const shopPages = ['/', '/products', '/products/shunchang-honey', '/figures', '/channels', '/cart'];

test('a shop page is small, ships no application script, and waits for little', async ({ request }) => {
  for (const path of shopPages) {
    const html = await (await request.get(path)).text();
    expect(Buffer.byteLength(html), `${path}: bytes of HTML`).toBeLessThanOrEqual(htmlBytesMax);

    const scripts = [...html.matchAll(/<(?:script[^>]*\ssrc|link[^>]*modulepreload[^>]*\shref)="([^"]+)"/g)];
    const files = scripts.map(([, file = '']) => file);
    expect(
      files.filter((file) => file.startsWith('/assets/')),
      `${path}: scripts of the application`,
    ).toEqual([]);
    const sizes = await Promise.all(files.map(async (file) => gzipSync(await (await request.get(file)).body()).length));
    expect(
      sizes.reduce((sum, size) => sum + size, 0),
      `${path}: bytes of script`,
    ).toBeLessThanOrEqual(scriptBytesMax);
  }
});

test('style sheets and pictures are kept by the browser, pages are asked for again', async ({ request }) => {
  const page = await request.get('/');
  const [, sheet = ''] = /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/.exec(await page.text()) ?? [];

  expect((await request.get(sheet)).headers()['cache-control']).toMatch(/immutable/);
  expect(page.headers()['cache-control']).toMatch(/no-cache/);
});
