import { expect, test } from 'vitest';
import { startPacking, weighLine } from '#server/fulfilment/index.ts';
import { actorOf, anonymousActor, createPersona } from '#server/people/index.ts';
import { type Actor, run, sql } from '#server/platform/index.ts';
import { type ASeller, aPaidOrder, aPlacedOrder, openWorld, type World } from '#server/testing/index.ts';
import { pagesForTests } from './testing/pages-for-tests.ts';

async function clerkOf(world: World, seller: ASeller): Promise<Actor> {
  const memberships = [{ role: 'clerk' as const, organization: seller.code }];
  const { userId } = await createPersona(world.system(), { code: 'clerk', name: '陈打包', memberships });
  return actorOf(world.system(), userId, { personas: true });
}

function asker(world: World) {
  const pages = pagesForTests(world);
  const see = async (path: string, actor: Actor, language: 'zh-CN' | 'en' = 'zh-CN') => {
    const response = await pages.ask(new Request(new URL(path, 'http://shop')), { actor, language });
    return { status: response.status, html: await response.text() };
  };
  const send = async (path: string, actor: Actor, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const response = await pages.ask(new Request(new URL(path, 'http://shop'), { method: 'POST', body }), { actor });
    return { status: response.status, to: response.headers.get('location'), html: await response.text() };
  };
  return { see, send, bugs: pages.bugs };
}

test('a clerk packs, sends in two parts and reports a jar short, all by plain forms; the buyer reads it on his page', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 3 }]);
  const [clerk, parcel] = [await clerkOf(world, seller), `/coop/parcels/${order.number}-1`];
  const own = `/orders/${order.number}?key=${order.accessKey}`;
  const { see, send, bugs } = asker(world);

  const before = await see(own, anonymousActor);
  await send(`${parcel}/packing`, clerk, { to: 'packing' });
  const packing = await see(parcel, clerk);
  const first = await send(`${parcel}/shipment`, clerk, {
    courier: 'SELF',
    trackingNumber: '',
    'lines[0].line': '0',
    'lines[0].count': '1',
  });
  const short = { line: '0', count: '1', reason: 'spoiled', key: 'form-0001' };
  await send(`${parcel}/shortage`, clerk, short);
  await send(`${parcel}/shipment`, clerk, { courier: 'SELF', trackingNumber: '' });
  const after = await see(own, anonymousActor, 'en');
  await send(`/orders/${order.number}/received?key=${order.accessKey}`, anonymousActor, {
    parcel: `${order.number}-1`,
  });

  expect(before.html).toContain('取消整张订单');
  expect(packing.html).toContain('先放回去');
  expect(first).toMatchObject({ status: 302, to: parcel });
  expect(after.html).toContain('Short goods');
  expect(after.html).toContain('¥45.00');
  // Three jars gave 75.00 to the household; the spoiled one takes 25.00 back.
  expect(after.html).toContain('After this, ¥50.00 of the order stay with the households.');
  expect(after.html).toContain('I have it');
  const [{ state } = { state: '' }] = await world.rows<{ state: string }>(sql`select state from parcel`);
  expect(state).toBe('delivered');
  const record = (await see(parcel, clerk)).html;
  expect(record).toContain('发货记录');
  expect(record).toContain('缺货 · 货坏了');
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a buyer changes the address, takes fewer packs and cancels the rest; once packing began he is told why not', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  const items = [{ pack: pack.code, count: 3 }];
  const [order, begun] = [await aPaidOrder(world, items), await aPaidOrder(world, items)];
  await startPacking(world.clerk(seller), `${begun.number}-1`);
  const { see, send, bugs } = asker(world);
  const at = (page: string, of = order) => `/orders/${of.number}/${page}?key=${of.accessKey}`;

  const form = await see(at('delivery'), anonymousActor);
  const person = { recipient: '林晚', phone: '13900005678', region: '350721', address: '城东路 2 号', note: '' };
  const changed = await send(at('delivery'), anonymousActor, person);
  const fewer = await send(at('packs'), anonymousActor, {
    parcel: `${order.number}-1`,
    'lines[0].line': '0',
    'lines[0].count': '2',
  });
  await send(at('taking-back'), anonymousActor, { parcel: '' });
  const late = await send(at('delivery', begun), anonymousActor, person);

  expect(form.html).toContain('value="林晓"');
  expect([changed.status, fewer.status]).toEqual([302, 302]);
  const page = (await see(`/orders/${order.number}?key=${order.accessKey}`, anonymousActor)).html;
  expect(page).toContain('合计退 ¥135.00');
  expect(page).not.toContain('取消整张订单');
  expect(late.status).toBe(409);
  expect((await see(at('delivery', begun), anonymousActor)).html).toContain('已经开始打包');
  expect((await see(at('packs', begun).replace(/key=.*/, 'key=wrong'), anonymousActor)).status).toBe(404);
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('the weight of goods sold by weight is asked for between its bounds, and the form to send stands behind it', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  await run(world.system(), sql`update pack set least_grams = 400`);
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const [clerk, number] = [await clerkOf(world, seller), `${order.number}-1`];
  await startPacking(world.clerk(seller), number);
  const { see, send, bugs } = asker(world);

  const unweighed = await see(`/coop/parcels/${number}`, clerk);
  const tooLight = await send(`/coop/parcels/${number}/weights`, clerk, { line: '0', grams: '799' });
  await weighLine(world.clerk(seller), number, { line: 0, grams: 900 });
  const weighed = await see(`/coop/parcels/${number}`, clerk);

  expect(unweighed.html).not.toContain(`action="/coop/parcels/${number}/shipment"`);
  expect(tooLight.status).toBe(409);
  expect(tooLight.html).toContain('value="799"');
  expect(weighed.html).toContain('称过：900 克');
  expect(weighed.html).toContain(`action="/coop/parcels/${number}/shipment"`);
  expect(bugs).toEqual([]);
});

test('a clerk who looks for cash of an order that is none, or of several sellers, is told why above what was typed', async () => {
  await using world = await openWorld();
  const [one, other] = [await world.jar({ packs: 2 }), await world.jar({ packs: 2 })];
  const both = await aPlacedOrder(world.visitor(), [
    { pack: one.pack.code, count: 1 },
    { pack: other.pack.code, count: 1 },
  ]);
  const clerk = await clerkOf(world, one.seller);
  const { see, bugs } = asker(world);

  const none = await see('/coop/cash?number=nothing-here', clerk);
  const several = await see(`/coop/cash?number=${both.number.toLowerCase()}`, clerk);

  expect([none.status, several.status]).toEqual([200, 200]);
  expect(none.html).toContain('value="nothing-here"');
  expect(none.html).toContain('role="alert"');
  expect(several.html).toContain(`value="${both.number.toLowerCase()}"`);
  expect(several.html).toContain('别家');
  expect(bugs).toEqual([]);
});
