import { expect, test } from 'vitest';
import { aClaim, aDeliveredParcel, aPhoto } from '#server/after-sales/claim.factory.ts';
import { actorOf, anonymousActor, createPersona } from '#server/people/index.ts';
import { type Actor, sql } from '#server/platform/index.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { formsIn } from './testing/forms-in-html.ts';
import { pagesForTests } from './testing/pages-for-tests.ts';

async function personOf(world: World, role: 'clerk' | 'administrator', organization?: string): Promise<Actor> {
  const membership = organization === undefined ? { role } : { role, organization };
  const persona = { code: `${role}-${organization ?? ''}`, name: role, memberships: [membership] };
  const { userId } = await createPersona(world.system(), persona);
  return actorOf(world.system(), userId, { personas: true });
}

type Field = string | File;

function asker(world: World) {
  const pages = pagesForTests(world);
  const see = async (path: string, actor: Actor, language: 'zh-CN' | 'en' = 'zh-CN') => {
    const response = await pages.ask(new Request(new URL(path, 'http://shop')), { actor, language });
    return { status: response.status, type: response.headers.get('content-type'), html: await response.text() };
  };
  const send = async (path: string, actor: Actor, fields: Record<string, Field> = {}) => {
    const hasFile = Object.values(fields).some((value) => typeof value !== 'string');
    const body = hasFile ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) (body as FormData).append(name, value);
    const response = await pages.ask(new Request(new URL(path, 'http://shop'), { method: 'POST', body }), { actor });
    return { status: response.status, to: response.headers.get('location'), html: await response.text() };
  };
  return { see, send, bugs: pages.bugs };
}

const spoiled = {
  kind: 'fresh-damage',
  reason: 'spoiled',
  'lines[0].line': '0',
  'lines[0].count': '1',
  words: '打开已经酸了',
};

test('a buyer shows a spoiled jar, the seller asks for more and pays a part, all by plain forms; both read the same', async () => {
  await using world = await openWorld();
  const { seller, order, parcel } = await aDeliveredParcel(world, { perishable: true });
  const clerk = await personOf(world, 'clerk', seller.code);
  const { see, send, bugs } = asker(world);
  const key = `?key=${order.accessKey}`;
  const [claim, desk] = [`/orders/${order.number}/claims/${parcel}-S1`, `/coop/claims/${parcel}-S1`];
  const form = `/orders/${order.number}/parcels/${parcel}/claim${key}`;

  const own = await see(`/orders/${order.number}${key}`, anonymousActor);
  const without = await send(form, anonymousActor, spoiled);
  const made = await send(form, anonymousActor, { ...spoiled, photos: await aPhoto() });
  const waiting = await see('/coop/claims', clerk);
  await send(`${desk}/evidence`, clerk, { words: '请拍一下瓶底的批次号' });
  const asked = await see(`${claim}${key}`, anonymousActor);
  await send(`${claim}/evidence${key}`, anonymousActor, {
    words: '批次号在照片上',
    photos: await aPhoto('bottom.jpg'),
  });
  const approval = await see(`${desk}/approval`, clerk);
  const emptied = await send(`${desk}/approval`, clerk, {
    'lines[0].line': '0',
    'lines[0].amount': '',
    bearer: 'source',
    words: '退多少再想想',
  });
  const paid = await send(`${desk}/approval`, clerk, {
    'lines[0].line': '0',
    'lines[0].amount': '20.00',
    bearer: 'source',
    words: '退一部分，抱歉',
  });

  expect(own.html).toContain(`/orders/${order.number}/parcels/${parcel}/claim${key}`);
  expect(without.status).toBe(422);
  expect(without.html).toContain('打开已经酸了');
  expect(made).toMatchObject({ status: 302, to: `${claim}${key}` });
  expect(waiting.html).toContain(`${parcel}-S1`);
  expect(waiting.html).toContain('还有 48 小时');
  expect(asked.html).toContain('请拍一下瓶底的批次号');
  // What was asked is filled in; who sends it as it stands grants all of it.
  const filled = formsIn(approval.html, `${desk}/approval`).flatMap(({ controls }) => controls);
  expect(filled).toContainEqual({ name: 'lines[0].amount', kind: 'text', value: '45.00' });
  // A sum somebody took out is no yes to all of it.
  expect(emptied.status).toBe(422);
  expect(emptied.html).toContain('请填写');
  expect(emptied.html).toContain('退多少再想想');
  expect(paid).toMatchObject({ status: 302, to: desk });
  const after = await see(`${claim}${key}`, anonymousActor, 'en');
  expect(after.html).toContain('Refunded');
  expect(after.html).toContain('¥20.00');
  expect(after.html).toContain('退一部分，抱歉');
  const photo = `${claim}/photos/2`;
  expect((await see(`${photo}${key}`, anonymousActor)).type).toMatch(/^image\//);
  expect((await see(`${photo}?size=thumbnail`, clerk)).type).toMatch(/^image\//);
  expect((await see(photo, anonymousActor)).status).toBe(404);
  expect((await see(`${claim}?key=wrong`, anonymousActor)).status).toBe(404);
  // Three jars gave 75.00 to the household; of the 20.00 paid back 11.11 were its own.
  expect((await see(`/orders/${order.number}${key}`, anonymousActor)).html).toContain('¥63.89');
  expect((await send(`${desk}/rejection`, clerk, { words: '再想想' })).status).toBe(409);
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a rejected buyer goes to the platform and has its word; another seller’s clerk sees nothing of it', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const [number, upheld] = [await aClaim(world, sold), `${sold.parcel}-S2`];
  const clerk = await personOf(world, 'clerk', sold.seller.code);
  const other = await personOf(world, 'clerk', (await world.seller()).code);
  const administrator = await personOf(world, 'administrator');
  const { see, send, bugs } = asker(world);
  const key = `?key=${sold.order.accessKey}`;
  const own = (of: string, page = '') => `/orders/${sold.order.number}/claims/${of}${page}${key}`;

  const early = await send(own(number, '/escalation'), anonymousActor, { words: '太慢了' });
  await send(`/coop/claims/${number}/rejection`, clerk, { words: '照片里看不出来' });
  const rejected = await see(own(number), anonymousActor);
  const escalated = await send(own(number, '/escalation'), anonymousActor, { words: '瓶盖是鼓的，请看照片' });
  const list = await see('/admin/claims', administrator);
  const page = await see(`/admin/claims/${number}`, administrator);
  await send(`/admin/claims/${number}/approval`, administrator, { bearer: 'seller', words: '照片清楚' });

  expect(early.status).toBe(409);
  expect(early.html).toContain('太慢了');
  expect(rejected.html).toContain('照片里看不出来');
  expect(escalated).toMatchObject({ status: 302, to: own(number) });
  expect(list.html).toContain(number);
  expect(page.html).toContain('瓶盖是鼓的，请看照片');
  expect((await see(own(number), anonymousActor)).html).toContain('已退款');
  expect((await see(`/coop/claims/${number}`, other)).status).toBe(403);
  expect((await see('/coop/claims?filter=over', other)).html).not.toContain(number);
  expect((await see(`/admin/claims/${number}`, clerk)).status).toBe(403);

  await aClaim(world, sold);
  await send(`/coop/claims/${upheld}/rejection`, clerk, { words: '这一罐封口是好的' });
  await send(own(upheld, '/escalation'), anonymousActor, { words: '请再看看' });
  await send(`/admin/claims/${upheld}/rejection`, administrator, { words: '两边的照片都是好的' });
  const last = await see(own(upheld), anonymousActor);
  expect(last.html).toContain('平台维持不退');
  expect(last.html).toContain('两边的照片都是好的');
  expect(last.html).not.toContain('/escalation');
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('goods that go back are paid when they are here, and stand on the shelf again; a claim can be taken back', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const clerk = await personOf(world, 'clerk', sold.seller.code);
  const { see, send, bugs } = asker(world);
  const key = `?key=${sold.order.accessKey}`;
  const form = `/orders/${sold.order.number}/parcels/${sold.parcel}/claim${key}`;
  const own = (nth: number, page = '') => `/orders/${sold.order.number}/claims/${sold.parcel}-S${nth}${page}${key}`;
  const back = { ...spoiled, kind: 'return', reason: 'not-wanted', words: '买多了' };

  await send(form, anonymousActor, back);
  const second = await send(form, anonymousActor, back);
  const withdrawn = await send(own(1, '/withdrawal'), anonymousActor);
  await send(form, anonymousActor, back);
  await send(`/coop/claims/${sold.parcel}-S2/approval`, clerk, {
    'lines[0].line': '0',
    'lines[0].count': '1',
    bearer: 'source',
  });
  const waits = await see(own(2), anonymousActor);
  const nameless = await send(own(2, '/return'), anonymousActor, { courier: 'SF', trackingNumber: '' });
  await send(own(2, '/return'), anonymousActor, { courier: 'SF', trackingNumber: 'SF1234567890' });
  await send(`/coop/claims/${sold.parcel}-S2/receipt`, clerk, { condition: 'resellable' });

  expect(second.status).toBe(409);
  expect(second.html).toContain('买多了');
  expect(withdrawn).toMatchObject({ status: 302, to: own(1) });
  expect((await see(own(1), anonymousActor)).html).toContain('已撤回');
  expect(waits.html).toContain('填寄回的单号');
  expect(nameless.status).toBe(422);
  const over = await see(own(2), anonymousActor);
  expect(over.html).toContain('已退款');
  expect(over.html).toContain('SF1234567890');
  // Ten jars of 500 g came in; three went out, one is back.
  const [{ available } = { available: 0 }] = await world.rows<{ available: number }>(
    sql`select available::int from pool where organization_id = ${sold.seller.id}`,
  );
  expect(available).toBe(4_000);
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});
