import { type Browser, chromium, type Page } from '@playwright/test';
import type { Language } from '#server/kernel/text.ts';
import { say } from './fixtures/say.ts';

/**
 * Takes the pictures of docs/screenshots from a running demo: `node e2e/pictures.ts http://localhost:3000`. It buys a jar
 * and eggs on the way, and finds lot, receipt and claims by following links, so it holds for any day's sample world. Words
 * after folder and address are the only pictures kept: `node e2e/pictures.ts http://localhost:3000 docs/screenshots claim`.
 */
const address = process.argv[2] ?? 'http://localhost:3000';
const folder = process.argv[3] ?? 'docs/screenshots';
const only = process.argv.slice(4);
const readers = { zh: 'zh-CN', en: 'en' } as const;
const screens = { 390: { width: 390, height: 844 }, 1280: { width: 1280, height: 860 } } as const;
const basket = ['shunchang-honey-500g', 'guangze-eggs-20'];
const HANGZHOU = '330106';

const { CHROMIUM_PATH } = process.env;
const browser = await chromium.launch({
  ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const [reader, language] of Object.entries(readers)) {
  for (const [width, viewport] of Object.entries(screens)) {
    await takeRoad(browser, language, viewport, `${reader}-${width}`);
  }
}
await browser.close();

async function takeRoad(on: Browser, language: Language, viewport: { width: number; height: number }, suffix: string) {
  const t = say(language);
  const context = await on.newContext({ baseURL: address, viewport, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'lang', value: language, url: address }]);
  const page = await context.newPage();
  const take = (name: string, isLong = false) => picture(page, `${name}-${suffix}`, isLong && viewport.width < 600);

  await page.goto('/');
  await take('home');
  await page.goto('/products');
  await take('list');
  await page.goto('/products/shunchang-honey');
  await take('product');
  for (const pack of basket) await page.request.post('/cart/items', { form: { pack, count: '1' } });
  await page.goto('/cart');
  await page.reload();
  await take('cart');

  await page.goto('/checkout');
  await page.getByLabel(t('orders.checkout.recipient'), { exact: true }).fill('林晓');
  await page.getByLabel(t('orders.checkout.phone'), { exact: true }).fill('138 0000 1234');
  await page.getByLabel(t('orders.checkout.address'), { exact: true }).fill('文三路 8 号');
  await page.getByLabel(t('orders.checkout.province')).selectOption(HANGZHOU.slice(0, 2));
  await page.getByLabel(t('orders.checkout.region')).selectOption(HANGZHOU);
  await page.evaluate(() => window.scrollTo(0, 0));
  await take('checkout');
  await page.getByLabel(t('orders.checkout.perishable')).check();
  await page.getByRole('button', { name: '¥' }).click();
  await page.getByRole('button', { name: t('orders.pay.succeed') }).click();
  await page.getByRole('heading', { name: t('orders.order.receipt') }).waitFor();
  await page.reload();
  await take('receipt', true);
  await page
    .getByRole('link', { name: /^L[0-9A-Z]{9}$/ })
    .first()
    .click();
  await page.getByRole('heading', { name: t('provenance.trace.families') }).waitFor();
  await take('trace', true);
  await page.goto('/figures');
  await take('figures');

  await page.request.post('/sign-in/persona', { form: { persona: 'coop-clerk' } });
  await page.goto('/coop');
  await take('coop');
  await page.goto('/coop/claims');
  await page.getByRole('row').getByRole('link').first().click();
  await page.getByRole('link', { name: t('claims.decide.approve') }).click();
  await page.getByRole('heading', { name: t('claims.page.history') }).waitFor();
  await take('claim-approval', true);

  await page.request.post('/sign-in/persona', { form: { persona: 'shopper' } });
  await page.goto('/orders');
  await openFirstClaim(page);
  await take('claim', true);
  await context.close();
}

/** The newest of the signed-in shopper's orders that has a claim, and that claim. */
async function openFirstClaim(page: Page): Promise<void> {
  const orders = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const order of orders) {
    if (!/^\/orders\/[^/]+$/.test(order ?? '')) continue;
    await page.goto(order ?? '');
    const claim = page.locator('.parcel-claims').getByRole('link').first();
    if ((await claim.count()) > 0 && /\/claims\//.test((await claim.getAttribute('href')) ?? '')) return claim.click();
  }
  throw new Error('no order of the shopper has a claim');
}

/** The first screen as a reader meets it; of a long page on a phone the first two. */
async function picture(page: Page, name: string, isLong: boolean): Promise<void> {
  if (only.length > 0 && !only.some((word) => name.startsWith(word))) return;
  await page.waitForLoadState('networkidle');
  const path = `${folder}/${name}.png`;
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(whole, height * 2) };
  await page.screenshot(isLong ? { path, fullPage: true, clip, scale: 'css' } : { path, scale: 'css' });
  console.log(path);
}
