import type { Page } from '@playwright/test';
import { drawClaimPhoto } from '#seed/demo/claim-photos.ts';
import { say } from '../fixtures/say.ts';
import { expect, expectAccessible, test } from '../fixtures/shop.ts';

const t = say('zh-CN');

// On a phone. Stripe's own page is the only strange one our forms may lead to; the stand-in for it is not at that address.
test.use({ viewport: { width: 390, height: 844 }, bypassCSP: true });

test('a shopper pays, follows her parcel, has it, and shows within a day what is bruised', async ({ page, comes }) => {
  const number = await buyFruit(page);
  const parcel = page.getByRole('region', { name: t('orders.order.parcel', { parcel: number, number }) });
  await expect(parcel).toContainText(t('orders.order.parcelState.to-pack'));

  const clerk = await comes('coop-clerk');
  await send(clerk, number);
  await page.reload();
  await expect(parcel).toContainText('SF1234567890123');
  await page.getByRole('button', { name: t('fulfilment.care.received') }).click();
  await expect(page.getByRole('status').first()).toContainText(t('fulfilment.care.receivedDone', { number }));
  await expect(parcel).toContainText(t('orders.order.parcelState.delivered'));
  await expectAccessible(page);

  await parcel.getByRole('link', { name: t('claims.order.start') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('claims.form.title') })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: new RegExp(`^${t('claims.kinds.fresh-damage')}`) }).check();
  await page.getByLabel(t('claims.form.reason')).selectOption('spoiled');
  await page.getByLabel(t('claims.form.count')).fill('1');
  await page.getByLabel(t('claims.form.words')).fill('底下一层压坏了');
  const submit = page.getByRole('button', { name: t('claims.form.submit') });
  await submit.click();
  await expect(page.getByRole('alert')).toContainText(t('claims.form.photos'));
  await expect(page.getByLabel(t('claims.form.words'))).toHaveValue('底下一层压坏了');
  await expectAccessible(page);
  const photo = await drawClaimPhoto('bruised-ponkan');
  const buffer = Buffer.from(await photo.arrayBuffer());
  await page.getByLabel(t('claims.form.album')).setInputFiles({ name: photo.name, mimeType: photo.type, buffer });
  await submit.click();

  const claim = `${number}-S1`;
  await expect(page.getByRole('status').first()).toContainText(t('claims.form.done', { number: claim }));
  await expect(
    page.getByRole('heading', { level: 1, name: t('claims.page.heading', { number: claim }) }),
  ).toBeVisible();
  await expectShown(page);
  await expectAccessible(page);
  await clerk.goto(`/coop/claims/${claim}`);
  await expect(clerk.getByText('底下一层压坏了')).toBeVisible();
  await expectShown(clerk);
});

/** Two boxes, paid at the stand-in; returns the number of the one parcel they travel in. */
async function buyFruit(page: Page): Promise<string> {
  await page.goto('/products/shunchang-ponkan');
  await page.getByRole('spinbutton', { name: t('storefront.product.count') }).fill('2');
  await page.getByRole('button', { name: t('storefront.product.add') }).click();
  await page.getByRole('link', { name: t('orders.cart.checkout') }).click();
  await page.getByLabel(t('orders.checkout.recipient'), { exact: true }).fill('林晓');
  await page.getByLabel(t('orders.checkout.phone'), { exact: true }).fill('138 0000 1234');
  await page.getByLabel(t('orders.checkout.province')).selectOption('33');
  await page.getByLabel(t('orders.checkout.region')).selectOption('330106');
  await page.getByLabel(t('orders.checkout.address'), { exact: true }).fill('文三路 8 号');
  await page.getByLabel(t('orders.checkout.perishable')).check();
  await page.getByRole('radio', { name: new RegExp(`^${t('payments.way.stripe')}`) }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('orders.checkout.placeUnpriced') }).click();

  await page.getByRole('button', { name: '付款 Pay', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText(t('payments.came.succeeded'));
  await expectAccessible(page);
  return `${new URL(page.url()).pathname.split('/').at(-1)}-1`;
}

async function send(clerk: Page, number: string): Promise<void> {
  await clerk.goto(`/coop/parcels/${number}`);
  await clerk.getByLabel(t('coop.shipment.courier')).selectOption('SF');
  await clerk.getByLabel(t('coop.shipment.number')).fill('SF1234567890123');
  await clerk.getByRole('button', { name: t('coop.shipment.submit') }).click();
  await expect(clerk.getByRole('status').first()).toContainText(t('coop.shipment.done', { number }));
}

/** The picture is there to be seen, not only named. */
async function expectShown(page: Page): Promise<void> {
  const picture = page.getByRole('img', { name: t('claims.page.photo', { position: 1 }) });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(50);
}
