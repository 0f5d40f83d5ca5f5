import type { Page } from '@playwright/test';
import type { Translator } from '#app/i18n/translator.ts';
import { inLanguage, type Language } from '#server/kernel/text.ts';
import { expect, expectAccessible, test } from '../fixtures/shop.ts';

const honey = { 'zh-CN': '顺昌蜂蜜', en: 'Shunchang honey' };
const smallJar = { 'zh-CN': '250克 玻璃瓶', en: '250 g glass jar' };
const eggs = { 'zh-CN': '光泽土鸡蛋', en: 'Guangze free-range eggs' };
const eggFamily = { 'zh-CN': '土鸡蛋', en: 'Free-range eggs' };
const hangzhou = '330106';
const money = /¥\d+\.\d\d/;
/** A household's name is shown in part, in either language. */
const masked = /^\S\*+\S?$/;

test('somebody buys from two sellers and follows the money to a household', async ({ page, t, language }) => {
  const of = { page, t, language };
  await page.goto('/');
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('shell.motto') })).toBeVisible();
  await expectAccessible(page);

  await searchFor(of, inLanguage(honey, language));
  await chooseSmallJar(of);
  await chooseEggsFromList(of);
  await checkOut(of);
  await payInSandbox(of);
  await followTheMoney(of);
});

test('the pages beside the road keep nobody out', async ({ page, t, language }) => {
  await page.goto('/');
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  const pages = {
    '/channels': t('provenance.channels.title'),
    '/figures': t('provenance.figures.title'),
    '/counties/350721': /顺昌|Shunchang/,
    '/trace': t('provenance.trace.find'),
    '/sign-in': t('people.signIn.title'),
    '/search?q=zzzzzz': t('storefront.list.titleWords', { words: 'zzzzzz' }),
    '/nowhere': /./,
  };
  for (const [path, heading] of Object.entries(pages)) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expectAccessible(page);
  }
});

type Reader = { page: Page; t: Translator; language: Language };

async function searchFor({ page, t }: Reader, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: t('shell.search.label') }).fill(words);
  await page.getByRole('button', { name: t('shell.search.submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('storefront.list.titleWords', { words }) })).toBeVisible();
  await expectAccessible(page);
  await openCard(page, words);
  await expect(page.getByRole('heading', { level: 1, name: words, exact: true })).toBeVisible();
  await expectAccessible(page);
}

async function chooseSmallJar({ page, t, language }: Reader): Promise<void> {
  const chip = page.getByRole('radio', { name: new RegExp(`^${inLanguage(smallJar, language)}`) });
  await chip.check();
  await page.getByRole('spinbutton', { name: t('storefront.product.count') }).fill('2');
  await page.getByRole('button', { name: t('storefront.product.add') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('orders.cart.title') })).toBeVisible();
  await expect(page.getByRole('status').first()).toContainText(t('orders.cart.added', { packs: 2 }));
}

async function chooseEggsFromList({ page, t, language }: Reader): Promise<void> {
  await page
    .getByRole('navigation', { name: t('shell.sections') })
    .getByRole('link', { name: t('shell.nav.products') })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: t('storefront.list.title') })).toBeVisible();
  await expectAccessible(page);
  const families = page.getByRole('link', { name: new RegExp(`^${inLanguage(eggFamily, language)} \\d+$`) });
  if (!(await families.isVisible())) await page.getByText(t('storefront.list.filters'), { exact: true }).click();
  await families.click();
  await openCard(page, inLanguage(eggs, language));
  await page.getByRole('button', { name: t('storefront.product.add') }).click();
  await expect(page.getByRole('status').first()).toContainText(t('orders.cart.added', { packs: 3 }));
  await expect(main(page).getByRole('region')).toHaveCount(2);
  await expectAccessible(page);
}

async function checkOut({ page, t }: Reader): Promise<void> {
  await page.getByRole('link', { name: t('orders.cart.checkout') }).click();
  const place = page.getByRole('button', { name: /./ }).filter({ hasText: t('orders.checkout.placeUnpriced') });
  const recipient = page.getByLabel(t('orders.checkout.recipient'), { exact: true });
  const phone = page.getByLabel(t('orders.checkout.phone'), { exact: true });
  const address = page.getByLabel(t('orders.checkout.address'), { exact: true });
  await expect(page.getByRole('heading', { level: 1, name: t('orders.checkout.title') })).toBeVisible();
  await expectAccessible(page);

  await address.fill('文三路 8 号');
  await place.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('alert').getByRole('link')).not.toHaveCount(0);
  await expect(recipient).toHaveAccessibleDescription(new RegExp(t('errors.form.required')));
  await expect(address).toHaveValue('文三路 8 号');
  await expectAccessible(page);

  await recipient.fill('林晓');
  await phone.fill('138 0000 1234');
  await page.getByLabel(t('orders.checkout.province')).selectOption('33');
  const change = page.getByRole('button', { name: t('orders.checkout.changeProvince') });
  if (await change.isVisible()) await change.click();
  await page.getByLabel(t('orders.checkout.region')).selectOption(hangzhou);
  await expect(recipient).toHaveValue('林晓');
  await expect(address).toHaveValue('文三路 8 号');
  await page.getByLabel(t('orders.checkout.perishable')).check();
  await place.click();
}

async function payInSandbox({ page, t }: Reader): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: t('orders.pay.sandboxTitle') })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('orders.pay.succeed') }).click();
}

/** Receipt → lot → household → village, each a link on the page before. */
async function followTheMoney({ page, t, language }: Reader): Promise<void> {
  await expect(page.getByRole('status').first()).toContainText(t('orders.pay.done'));
  await expect(page.getByRole('figure').first()).toContainText(t('components.daohu.household'));
  const parcels = page.getByRole('region').filter({ has: page.getByRole('table') });
  await expect(parcels).toHaveCount(2);
  const shares = parcels
    .first()
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
  await expect(shares.first()).toContainText(money);
  await expectAccessible(page);

  const lot = shares.first().getByRole('link', { name: /^L[0-9A-Z]{9}$/ });
  const code = (await lot.textContent()) ?? '';
  await lot.click();
  await expect(page.getByText(t('provenance.trace.lot', { code })).first()).toBeVisible();
  await expectAccessible(page);

  const household = main(page).getByRole('link', { name: masked }).first();
  const name = (await household.textContent()) ?? '';
  await household.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const leadsTo = await main(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(leadsTo, 'the household brought this lot').toContain(`/trace/${code}`);
  await expectAccessible(page);

  await main(page)
    .getByRole('link', { name: language === 'en' ? /Village$/ : /村$/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: t('provenance.village.families') })).toBeVisible();
  await expectAccessible(page);
}

/** A card is one link; other products may begin with the same words. */
function openCard(page: Page, product: string): Promise<void> {
  return main(page)
    .getByRole('link')
    .filter({ has: page.getByText(product, { exact: true }) })
    .click();
}

function main(page: Page) {
  return page.getByRole('main');
}
