import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Ask, apiOf, openApiOverHttp } from '#app/testing/api-for-tests.ts';
import { sql } from '#server/platform/index.ts';
import { openWorld } from '#server/testing/index.ts';

const delivery = { recipient: '林晓', phone: '13800001234', region: '350702', address: '滨江路 18 号' };
const english = { 'accept-language': 'en' };

async function aCart(ask: Ask, pack: string, count = 1): Promise<string> {
  const { json } = await ask('POST', '/carts', { body: { items: [{ pack, count }] } });
  return json.id;
}

function place(ask: Ask, cart: string, key: string, wish: object = {}) {
  return ask('POST', '/orders', { headers: { 'idempotency-key': key }, body: { cart, delivery, ...wish } });
}

test('a program buys honey from the shelf to the receipt, over HTTP', async () => {
  await using world = await openWorld();
  const { pack, lot, household } = await world.jar({ packs: 10, price: 4500 });
  await using shop = await openApiOverHttp(world);
  const { ask } = shop;

  const shelf = await ask('GET', '/products?county=350721&sort=price-up');
  expect(shelf.json.products).toMatchObject([{ slug: pack.productSlug, pack: { price: 4500 } }]);
  const product = await ask('GET', `/products/${pack.productSlug}`);
  expect(product.json.packs).toMatchObject([{ code: pack.code, makeUp: { household: 2500 } }]);
  const traced = await ask('GET', `/trace/${lot.code.toLowerCase()}`);
  expect(traced.json).toMatchObject({ lotCode: lot.code, households: [{ code: household.code, maskedName: '张*生' }] });

  const opened = await ask('POST', '/carts');
  const cart = `/carts/${opened.json.id}`;
  expect([opened.status, opened.headers.get('location')]).toEqual([201, `/api/v1${cart}`]);
  await ask('POST', `${cart}/items`, { body: { pack: pack.code, count: 5 } });
  await ask('PUT', `${cart}/items/${pack.code}`, { body: { count: 2 } });
  const priced = await ask('GET', `${cart}?region=350702`);
  expect(priced.json).toMatchObject({ packs: 2, goods: 9000, freight: 600, total: 9600, canCheckOut: true });

  const placed = await place(ask, opened.json.id, randomUUID(), { total: priced.json.total });
  const { number, accessKey } = placed.json;
  expect([placed.status, placed.json.total, placed.headers.get('location')]).toEqual([
    201,
    9600,
    `/api/v1/orders/${number}`,
  ]);
  expect((await ask('GET', cart)).json.packs).toBe(0);

  const headers = { 'order-key': accessKey };
  const payment = await ask('POST', `/orders/${number}/payments`, { headers, body: { provider: 'sandbox' } });
  expect(payment.json).toMatchObject({ order: number, state: 'started', amount: 9600 });
  expect(new URL(payment.json.url).pathname).toBe(`/pay/sandbox/${payment.json.id}`);
  const paid = await ask('POST', `/payments/${payment.json.id}/sandbox`, { body: { outcome: 'succeeded' } });
  expect(paid.json.state).toBe('succeeded');
  expect((await ask('GET', `/payments/${payment.json.id}`)).json).toEqual(paid.json);

  const receipt = await ask('GET', `/orders/${number}`, { headers });
  expect(receipt.json).toMatchObject({
    state: 'paid',
    total: 9600,
    householdCount: 1,
    parcels: [{ lines: [{ shares: [{ household: { code: household.code }, quantity: 1000, fen: 5000 }] }] }],
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('an order is asked for twice with one key and placed once; other content under the key is refused', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  const ask = apiOf(world);
  const cart = await aCart(ask, pack.code, 2);

  const first = await place(ask, cart, 'order-0001');
  const again = await place(ask, cart, 'order-0001');
  const other = await place(ask, cart, 'order-0001', { note: '快一点' });
  const neighbour = await place(ask, await aCart(ask, pack.code), 'order-0001');

  expect([first.status, first.headers.get('idempotent-replay')]).toEqual([201, null]);
  expect([again.status, again.headers.get('idempotent-replay')]).toEqual([200, 'true']);
  expect(again.json).toEqual(first.json);
  expect([other.status, other.json.error.code]).toEqual([409, 'orders.key-reused']);
  expect(neighbour.status).toBe(201);
});

test('of two sendings of one order at the same instant for the last jar, both get the same order', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 1 });
  const ask = apiOf(world);
  const cart = await aCart(ask, pack.code);
  const key = randomUUID();
  const send = () => place(ask, cart, key);

  const outcomes = await world.raceFor(await world.poolOf(seller, produce), send, send);

  const answers = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
  expect(answers[0].json).toEqual(answers[1].json);
  expect(await world.rows(sql`select number from trade_order`)).toHaveLength(1);
});

test('of 20 programs at once for 5 jars, five are served and fifteen are told so in a sentence', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  const ask = apiOf(world);
  const carts = await Promise.all(Array.from({ length: 20 }, () => aCart(ask, pack.code)));

  const answers = await Promise.all(carts.map((cart) => place(ask, cart, randomUUID())));

  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
  const refused = answers.filter(({ status }) => status === 409);
  expect(refused.map(({ json }) => json.error.code)).toEqual(Array.from({ length: 15 }, () => 'stock.sold-out'));
  expect(await world.brokenProofs()).toEqual([]);
});

test('an order is shown to who has its key, and looks absent to who has another', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  const ask = apiOf(world);
  const { json } = await place(ask, await aCart(ask, pack.code), randomUUID());
  const order = `/orders/${json.number}`;

  const answers = await Promise.all([
    ask('GET', order),
    ask('GET', order, { headers: { 'order-key': 'not-the-key' } }),
    ask('GET', `${order}?key=${json.accessKey}`),
    ask('POST', `${order}/payments`, { body: { provider: 'sandbox' }, headers: { 'order-key': 'not-the-key' } }),
    ask('POST', `${order}/cancellation`, { headers: { 'order-key': 'not-the-key' } }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([401, 404, 200, 404, 404]);
});

test('an order taken back puts its goods on the shelf; a paid one cannot be', async () => {
  await using world = await openWorld();
  const { seller, produce, pack } = await world.jar({ packs: 5 });
  const ask = apiOf(world);
  const order = async () => {
    const { json } = await place(ask, await aCart(ask, pack.code), randomUUID());
    return { path: `/orders/${json.number}`, headers: { 'order-key': json.accessKey as string } };
  };
  const unwanted = await order();
  const wanted = await order();
  const payment = await ask('POST', `${wanted.path}/payments`, { body: { provider: 'sandbox' }, ...wanted });
  await ask('POST', `/payments/${payment.json.id}/sandbox`, { body: { outcome: 'succeeded' } });

  expect((await ask('POST', `${unwanted.path}/cancellation`, unwanted)).status).toBe(204);
  expect((await ask('POST', `${wanted.path}/cancellation`, wanted)).status).toBe(409);
  expect((await ask('POST', `${wanted.path}/payments`, { body: { provider: 'sandbox' }, ...wanted })).status).toBe(409);

  expect(await world.poolOf(seller, produce)).toMatchObject({ held: 0, promised: 500, available: 2000 });
});

test('a payment that failed can be tried again', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  const ask = apiOf(world);
  const { json } = await place(ask, await aCart(ask, pack.code), randomUUID());
  const pay = () =>
    ask('POST', `/orders/${json.number}/payments`, {
      headers: { 'order-key': json.accessKey },
      body: { provider: 'sandbox' },
    });

  const first = await pay();
  const failed = await ask('POST', `/payments/${first.json.id}/sandbox`, { body: { outcome: 'failed' } });
  const second = await pay();
  const paid = await ask('POST', `/payments/${second.json.id}/sandbox`, { body: { outcome: 'succeeded' } });

  expect(failed.json.state).toBe('failed');
  expect(second.json.id).not.toBe(first.json.id);
  expect(paid.json.state).toBe('succeeded');
});

test('outside a demo the sandbox is not there', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  const inDemo = apiOf(world);
  const { json } = await place(inDemo, await aCart(inDemo, pack.code), randomUUID());
  const headers = { 'order-key': json.accessKey };
  const started = await inDemo('POST', `/orders/${json.number}/payments`, { headers, body: { provider: 'sandbox' } });
  const ask = apiOf(world, { demo: false });

  const payment = await ask('POST', `/orders/${json.number}/payments`, { headers, body: { provider: 'sandbox' } });
  const played = await ask('POST', `/payments/${started.json.id}/sandbox`, { body: { outcome: 'succeeded' } });

  expect([payment.status, payment.json.error.code]).toEqual([409, 'api.no-provider']);
  expect([played.status, played.json.error.code]).toEqual([404, 'api.no-endpoint']);
});

test('what is wrong is said at once, field by field, in the language asked for', async () => {
  await using world = await openWorld();
  const ask = apiOf(world);
  const body = { cart: 'x', delivery: { ...delivery, phone: '123', region: 35 }, perishableConfirmed: 'yes', gift: 1 };

  const chinese = await ask('POST', '/orders', { body });
  const inEnglish = await ask('POST', '/orders', { body, headers: english });

  expect(chinese.json.error).toEqual({
    code: 'api.invalid-input',
    message: '请求里有 6 处不对，fields 写明了是哪里。',
    params: { count: 6 },
    fields: [
      { path: 'idempotency-key', code: 'form.required', message: '请填写。' },
      { path: 'cart', code: 'form.invalid', message: '这个格式不对，请再看一眼。' },
      { path: 'delivery.phone', code: 'form.phone', message: '请填 11 位手机号。' },
      { path: 'delivery.region', code: 'api.text', message: '要填文字。' },
      { path: 'perishableConfirmed', code: 'api.boolean', message: '要填 true 或 false。' },
      { path: 'gift', code: 'api.unknown-field', message: '没有这个字段，请核对名称。' },
    ],
  });
  expect(inEnglish.json.error.message).toBe('6 values of the request cannot be taken; see fields for which.');
  expect((await ask('GET', '/products?sort=best&lang=en')).json.error.fields).toEqual([
    {
      path: 'sort',
      code: 'api.one-of',
      message: 'Must be one of: new, price-up, price-down, household.',
    },
  ]);
});

test('a request that cannot be read, or asks for what is not there, is told which it is', async () => {
  await using world = await openWorld();
  await using shop = await openApiOverHttp(world);
  const { ask } = shop;
  const deep = `{"items":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;

  const answers = await Promise.all([
    ask('POST', '/carts', { body: '{"items":' }),
    ask('POST', '/carts', { body: Uint8Array.of(0x22, 0xff, 0x22) }),
    ask('POST', '/carts', { body: '{"items":[{"pack":"\\u0000"}]}' }),
    ask('POST', '/carts', { body: 'items=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    ask('POST', '/carts', { body: deep }),
    ask('POST', '/carts', { body: `"${'a'.repeat(70_000)}"` }),
    ask('POST', '/carts', { body: `"${'a'.repeat(1_100_000)}"` }),
    ask('POST', '/carts', { body: '[]' }),
    ask('POST', '/carts', { body: 'null' }),
    ask('PATCH', '/products'),
    ask('GET', '/nothing'),
    ask('GET', '/products?page=1&page=2'),
    ask('GET', '/products?q=%00'),
    ask('GET', '/products/%ff'),
    ask('POST', '/carts', { headers: { origin: 'https://elsewhere.example' } }),
  ]);

  expect(answers.map(({ status, json }) => `${status} ${json.error.code}`)).toEqual([
    '400 api.malformed-json',
    '400 api.malformed-json',
    '400 request.bad-body',
    '415 api.not-json',
    '422 api.invalid-input',
    '413 api.too-large',
    '413 request.too-large',
    '422 api.invalid-input',
    '422 api.invalid-input',
    '405 api.wrong-method',
    '404 api.no-endpoint',
    '422 api.invalid-input',
    '400 request.bad-address',
    '400 request.bad-address',
    '403 request.foreign-form',
  ]);
  expect(answers.filter(({ json }) => !/[\u4e00-\u9fff]/.test(json.error.message))).toEqual([]);
  const tooLarge = await ask('POST', '/carts', { body: `"${'a'.repeat(1_100_000)}"`, headers: english });
  expect(tooLarge.json.error.message).toContain('1 MB');
});

test('a session cookie makes nobody of who asks the API', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  const ask = apiOf(world);
  const { json } = await place(ask, await aCart(ask, pack.code), randomUUID());

  const answer = await ask('GET', `/orders/${json.number}`, { headers: { cookie: 'qixiao.session_token=1' } });

  expect(answer.status).toBe(401);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test('one address that asks without end is told to wait; this machine is not', async () => {
  await using world = await openWorld();
  const stranger = apiOf(world);
  const neighbour = apiOf(world, { address: '127.0.0.1' });
  const knock = (ask: Ask) => ask('POST', '/nothing');

  for (let times = 0; times < 600; times += 1) await Promise.all([knock(stranger), knock(neighbour)]);
  const [held, passed] = [await knock(stranger), await knock(neighbour)];

  expect([held.status, held.headers.get('retry-after')]).toEqual([429, '60']);
  expect(passed.status).toBe(404);
  world.later(1);
  expect((await knock(stranger)).status).toBe(404);
});
