import type { Page } from '@playwright/test';
import { buy } from '../fixtures/purchase.ts';
import { say } from '../fixtures/say.ts';
import { expect, expectAccessible, test } from '../fixtures/shop.ts';

const t = say('zh-CN');

test('a clerk packs, sends and hands over what was just bought, and the buyer sees each step', async ({
  page,
  browser,
  signInAs,
}) => {
  const order = await buy(page.request, 'shunchang-honey-500g');
  const buyer = await (await browser.newContext()).newPage();
  await buyer.goto(order.page);
  const parcel = buyer.getByRole('region', { name: new RegExp(t('orders.order.parcel', { parcel: '', number: '' })) });
  await expect(parcel).toContainText(t('orders.order.parcelState.to-pack'));
  const number = await numberOf(buyer);

  await signInAs('coop-clerk');
  await page.goto('/coop');
  await expectAccessible(page);
  await page
    .getByRole('navigation', { name: t('workspaces.nav') })
    .getByRole('link', { name: new RegExp(`^${t('coop.nav.parcels')}`) })
    .click();
  await turnTo(page, number);
  await expectAccessible(page);
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('coop.parcel.heading', { number }) })).toBeVisible();
  await page.getByRole('checkbox').first().check();
  await expectAccessible(page);

  await page.getByRole('button', { name: t('coop.shipment.submit') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel(t('coop.shipment.courier')).selectOption('SF');
  await page.getByLabel(t('coop.shipment.number')).fill('SF1234567890123');
  await page.getByRole('button', { name: t('coop.shipment.submit') }).click();
  await expect(page.getByRole('status').first()).toContainText(t('coop.shipment.done', { number }));

  await buyer.reload();
  await expect(parcel).toContainText(t('orders.order.parcelState.shipped'));
  await expect(parcel).toContainText('SF1234567890123');

  await page.getByText(t('coop.delivery.ask')).click();
  await page.getByRole('button', { name: t('coop.delivery.submit') }).click();
  await expect(page.getByRole('status').first()).toContainText(t('coop.delivery.done', { number }));

  await buyer.reload();
  await expect(parcel).toContainText(t('orders.order.parcelState.delivered'));
  await expect(buyer.getByText(t('orders.order.move.completed'))).toBeVisible();
  await buyer.context().close();
});

/** A parcel is named on its receipt: 包裹 P123. */
async function numberOf(buyer: Page): Promise<string> {
  const name = await buyer.getByRole('region', { name: /包裹/ }).first().getAttribute('aria-label');
  return (name ?? '').replace('包裹', '').trim();
}

/** The longest waiting come first, so what was just bought is on the last page. */
async function turnTo(page: Page, parcel: string): Promise<void> {
  const next = page.getByRole('link', { name: t('components.pager.next') });
  await expect(page.getByRole('heading', { level: 1, name: t('coop.parcels.title') })).toBeVisible();
  for (let turns = 0; turns < 20 && (await page.getByRole('link', { name: parcel }).count()) === 0; turns += 1) {
    await next.click();
    await page.waitForLoadState();
  }
  await expect(page.getByRole('link', { name: parcel })).toBeVisible();
}
