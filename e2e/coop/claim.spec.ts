import type { Page } from '@playwright/test';
import { drawClaimPhoto } from '#seed/demo/claim-photos.ts';
import { type Bought, buy } from '../fixtures/purchase.ts';
import { say } from '../fixtures/say.ts';
import { expect, expectAccessible, test } from '../fixtures/shop.ts';

const t = say('zh-CN');

test('a cooperative packs, sends in two parts and grants a claim in part; the receipt says what the household gives back', async ({
  page,
  comes,
  signInAs,
}) => {
  const buyer = await comes();
  const order = await buy(buyer.request, 'shunchang-honey-500g', 3);
  const parcel = `${order.number}-1`;
  await signInAs('coop-clerk');

  await page.goto(`/coop/parcels/${parcel}`);
  await page.getByRole('button', { name: t('fulfilment.packing.start') }).click();
  await expect(page.getByRole('status').first()).toContainText(t('fulfilment.packing.started', { number: parcel }));
  await expectAccessible(page);
  await sendSome(page, 'SF1234567890123', '2');
  await buyer.goto(order.page);
  await expect(buyer.getByText(t('orders.order.parcelState.partly-shipped')).first()).toBeVisible();
  await sendSome(page, 'SF1234567890456');
  await page.getByText(t('coop.delivery.ask')).click();
  await page.getByRole('button', { name: t('coop.delivery.submit') }).click();
  await expect(page.getByRole('status').first()).toContainText(t('coop.delivery.done', { number: parcel }));
  const reached = await gotByHouseholds(buyer, order);

  const claim = await claimOneJar(buyer, order);
  await page.goto('/coop');
  await page
    .getByRole('navigation', { name: t('workspaces.nav') })
    .getByRole('link', { name: new RegExp(`^${t('claims.desk.title')}`) })
    .click();
  await expectAccessible(page);
  await page.getByRole('link', { name: claim }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: t('claims.decide.approve') }).click();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: /同意退多少/ }).fill('20.00');
  await page.getByRole('radio', { name: t('claims.bearers.source') }).check();
  await page.getByLabel(t('claims.decide.words')).fill('退一部分，抱歉');
  await page.getByRole('button', { name: t('claims.decide.approveSubmit') }).click();
  await expect(page.getByRole('status').first()).toContainText(t('claims.decide.approveDone', { number: claim }));
  await expectAccessible(page);

  await buyer.goto(order.page);
  const refunds = buyer.getByRole('region', { name: t('fulfilment.refunds.caption') });
  await expect(refunds).toContainText('¥20.00');
  const given = /农户退回：(.*?)¥20\.00/.exec((await refunds.textContent()) ?? '')?.[1]?.match(/¥\d+\.\d\d/g) ?? [];
  expect(given.length).toBeGreaterThan(0);
  const left = ((reached - given.reduce((sum, part) => sum + fenIn(part), 0)) / 100).toFixed(2);
  await expect(refunds).toContainText(t('fulfilment.refunds.left', { amount: `¥${left}` }));
  await expectAccessible(buyer);
});

/** So many of the packs, or all that are left. */
async function sendSome(page: Page, trackingNumber: string, count?: string): Promise<void> {
  await page.getByLabel(t('coop.shipment.courier')).selectOption('SF');
  await page.getByLabel(t('coop.shipment.number')).fill(trackingNumber);
  if (count) await page.getByRole('spinbutton').fill(count);
  await page.getByRole('button', { name: t('coop.shipment.submit') }).click();
  await expect(page.getByRole('status').first()).toContainText(/已发货/);
}

/** As the buyer's form would send it. */
async function claimOneJar(buyer: Page, { number, accessKey }: Bought): Promise<string> {
  const photo = await drawClaimPhoto('cracked-lid');
  const answer = await buyer.request.post(`/orders/${number}/parcels/${number}-1/claim?key=${accessKey}`, {
    maxRedirects: 0,
    multipart: {
      kind: 'fresh-damage',
      reason: 'broken',
      'lines[0].line': '0',
      'lines[0].count': '1',
      words: '一瓶的盖子裂了',
      photos: { name: photo.name, mimeType: photo.type, buffer: Buffer.from(await photo.arrayBuffer()) },
    },
  });
  expect(answer.status(), await answer.text()).toBe(302);
  return `${number}-1-S1`;
}

/** What the receipt says the households got, in fen. */
async function gotByHouseholds(buyer: Page, { page }: Bought): Promise<number> {
  await buyer.goto(page);
  const cells = await buyer.locator('.receipt-shares tbody tr td:last-child').allTextContents();
  expect(cells.length).toBeGreaterThan(0);
  return cells.reduce((sum, cell) => sum + fenIn(cell), 0);
}

function fenIn(text: string): number {
  return Math.round(Number(text.replace(/[^\d.]/g, '')) * 100);
}
