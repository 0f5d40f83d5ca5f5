// Takes the pictures of this folder from a running demo: node docs/screenshots/capture.mjs http://localhost:3000
// What to open is found by following links from the shelf, so it holds for any seed world.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const base = process.argv[2] ?? 'http://localhost:3000';
const folder = process.argv[3] ?? dirname(fileURLToPath(import.meta.url));
const executablePath = process.env.CHROMIUM_PATH;
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 860 };

const shots = [
  { name: 'home', find: () => '/', ...desk },
  { name: 'home-phone', find: () => '/', ...phone },
  { name: 'products', find: () => '/products', ...desk },
  { name: 'product-phone', find: aProduct, ...phone },
  { name: 'trace', find: aTrace, ...desk },
  { name: 'trace-phone', find: aTrace, ...phone },
  { name: 'trace-phone-dark', find: aTrace, ...phone, colorScheme: 'dark' },
  { name: 'trace-english', find: aTrace, ...desk, language: 'en' },
  { name: 'household-phone', find: aHousehold, ...phone },
  { name: 'county', find: () => '/counties/350782', ...desk },
  { name: 'channels', find: () => '/channels', ...desk },
  { name: 'figures', find: () => '/figures', ...desk },
  { name: 'figures-dark-english', find: () => '/figures', ...desk, colorScheme: 'dark', language: 'en' },
];

const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
for (const { name, find, width, height, colorScheme = 'light', language = 'zh-CN' } of shots) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, deviceScaleFactor: 1 });
  await context.addCookies([{ name: 'lang', value: language, url: base }]);
  const page = await context.newPage();
  await page.goto(new URL(await find(page), base).href, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${folder}/${name}.png` });
  console.log(`${name}.png`);
  await context.close();
}
await browser.close();

/** The first link on a page of ours that leads below `path`. */
async function linkTo(page, from, path) {
  await page.goto(new URL(from, base).href);
  return page.locator(`main a[href^="${path}"]`).first().getAttribute('href');
}

function aProduct(page) {
  return linkTo(page, '/products', '/products/');
}

async function aTrace(page) {
  return linkTo(page, await aProduct(page), '/trace/');
}

async function aHousehold(page) {
  return linkTo(page, await aTrace(page), '/households/');
}
