import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openApiOverHttp } from '#app/testing/api-for-tests.ts';
import { anOpenPromotion, openWorld } from '#server/testing/index.ts';

test('a program keeps a coupon with a cart, sees who bears it, and is placed an order at that price once', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10, price: 4500 });
  const coupon = await anOpenPromotion(world, { funderKind: 'organization', organization: seller.code });
  await using shop = await openApiOverHttp(world);
  const { ask } = shop;
  const opened = await ask('POST', '/carts', { body: { items: [{ pack: pack.code, count: 2 }] } });
  const cart = `/carts/${opened.json.id}`;

  const unknown = await ask('PUT', `${cart}/coupon`, { body: { code: 'NO-SUCH' } });
  const taken = await ask('DELETE', `${cart}/coupon`);
  const entered = await ask('PUT', `${cart}/coupon`, { body: { code: coupon.code.toLowerCase() } });
  const key = randomUUID();
  const delivery = { recipient: '林晓', phone: '13800001234', region: '350702', address: '滨江路 18 号' };
  const place = () =>
    ask('POST', '/orders', { headers: { 'idempotency-key': key }, body: { cart: opened.json.id, delivery } });
  const placed = await place();
  const again = await place();

  expect(unknown.json).toMatchObject({ discount: 0, coupon: { problem: { code: 'unknown' } } });
  expect(taken.json.coupon).toBeNull();
  const name = { en: `${seller.code} cooperative` };
  expect(entered.json).toMatchObject({
    goods: 9000,
    discount: 500,
    discounts: [{ code: coupon.code, funder: 'organization', funderName: name, fen: 500 }],
    coupon: { code: coupon.code, problem: null },
  });
  expect([placed.status, placed.json.total]).toEqual([201, 9100]);
  expect([again.status, again.json.number]).toEqual([200, placed.json.number]);
  const headers = { 'order-key': placed.json.accessKey };
  const order = await ask('GET', `/orders/${placed.json.number}`, { headers });
  expect(order.json).toMatchObject({ discount: 500, total: 9100 });
  expect(order.json.parcels[0].lines[0].discounts).toMatchObject([
    { funder: 'organization', funderName: name, fen: 500 },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});
