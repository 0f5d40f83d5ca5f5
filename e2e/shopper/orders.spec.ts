import type { Page } from '@playwright/test';
import { say } from '../fixtures/say.ts';
import { expect, expectAccessible, test } from '../fixtures/shop.ts';

const t = say('zh-CN');

test('a payment that failed is made again, and the order stands among her orders', async ({ page, signInAs }) => {
  await signInAs('shopper');
  await placeAnOrder(page);

  await page.getByRole('button', { name: t('orders.pay.fail') }).click();
  await expect(page.getByRole('status').first()).toContainText(t('orders.pay.failed'));
  await expectAccessible(page);
  const number = numberIn(page);
  await page.getByRole('button', { name: t('orders.order.payNow') }).click();
  await page.getByRole('button', { name: t('orders.pay.succeed') }).click();

  await expect(page.getByRole('status').first()).toContainText(t('orders.pay.done'));
  await page.goto('/orders');
  await expect(page.getByRole('link', { name: new RegExp(number) })).toContainText(t('orders.order.paid'));
  await expectAccessible(page);
});

test('an order that is not paid is taken back, and says so', async ({ page, signInAs }) => {
  await signInAs('shopper');
  await placeAnOrder(page);
  await page.getByRole('link', { name: t('orders.pay.leave') }).click();
  await expect(page.getByRole('heading', { level: 1, name: /付款后，这一单会到/ })).toBeVisible();
  const number = numberIn(page);

  await page.getByText(t('orders.order.cancel')).first().click();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('orders.order.cancel') }).click();

  await expect(page.getByRole('status').first()).toContainText(t('orders.order.cancelDone'));
  await expect(page.getByRole('heading', { level: 1, name: t('orders.order.cancelled') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('orders.order.payNow') })).toHaveCount(0);
  await page.goto('/orders');
  await expect(page.getByRole('link', { name: new RegExp(number) })).toContainText(t('orders.order.cancelled'));
});

/** Her address is remembered from the last order. */
async function placeAnOrder(page: Page): Promise<void> {
  await page.goto('/products/pucheng-rice');
  await page.getByRole('button', { name: t('storefront.product.add') }).click();
  await page.getByRole('link', { name: t('orders.cart.checkout') }).click();
  await expect(page.getByLabel(t('orders.checkout.recipient'), { exact: true })).not.toHaveValue('');
  await page.getByRole('button', { name: new RegExp(`^${t('orders.checkout.placeUnpriced')}，`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('orders.pay.sandboxTitle') })).toBeVisible();
}

function numberIn(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
