import { expect, test } from 'vitest';
import { issueDeliveryNotes, issueOrderConfirmations } from '#server/documents/index.ts';
import { matureDues } from '#server/dues/index.ts';
import { deliverParcel, shipParcel } from '#server/fulfilment/index.ts';
import { addDays, businessDayOf } from '#server/kernel/calendar.ts';
import { socialCreditCheckDigit } from '#server/kernel/codes.ts';
import { actorOf, anonymousActor, createPersona, type RoleName } from '#server/people/index.ts';
import { type Actor, sql } from '#server/platform/index.ts';
import { stateDues } from '#server/statements/index.ts';
import { type ASeller, aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { textOfPdf } from '#server/testing/text-of-pdf.ts';
import { pagesForTests } from './testing/pages-for-tests.ts';

async function personOf(world: World, role: RoleName, code: string, seller?: ASeller): Promise<Actor> {
  const memberships = [{ role, ...(seller ? { organization: seller.code } : {}) }];
  const { userId } = await createPersona(world.system(), { code, name: '陈秀兰', memberships });
  return actorOf(world.system(), userId, { personas: true });
}

function asker(world: World) {
  const pages = pagesForTests(world);
  const ask = (path: string, actor: Actor, fields?: Record<string, string>, language: 'zh-CN' | 'en' = 'zh-CN') => {
    const sending = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {};
    return pages.ask(new Request(new URL(path, 'http://shop'), sending), { actor, language });
  };
  const see = async (path: string, actor: Actor, language: 'zh-CN' | 'en' = 'zh-CN') => {
    const response = await ask(path, actor, undefined, language);
    return { status: response.status, html: await response.text() };
  };
  const send = async (path: string, actor: Actor, fields: Record<string, string>) => {
    const response = await ask(path, actor, fields);
    return { status: response.status, to: response.headers.get('location'), html: await response.text() };
  };
  const pdf = async (path: string, actor: Actor, language: 'zh-CN' | 'en' = 'zh-CN') => {
    const response = await ask(path, actor, undefined, language);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isPdf = response.headers.get('content-type') === 'application/pdf';
    return { status: response.status, headers: response.headers, text: isPdf ? textOfPdf(bytes).join('\n') : '' };
  };
  return { see, send, pdf, bugs: pages.bugs };
}

/** A paid, shipped order whose papers have been made, as the worker makes them. */
async function anOrderWithPapers(world: World, seller: ASeller, pack: string) {
  const order = await aPaidOrder(world, [{ pack, count: 2 }]);
  await shipParcel(world.clerk(seller), `${order.number}-1`, { courier: 'SF', trackingNumber: 'SF1234567890123' });
  await issueOrderConfirmations(world.system(), order.id);
  const [parcel] = await world.rows<{ id: string }>(sql`select id from parcel where order_id = ${order.id}`);
  await issueDeliveryNotes(world.system(), parcel?.id ?? '');
  return order;
}

function linksTo(html: string, part: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => href.includes(part));
}

test('a buyer finds the papers of his order on its page and opens each; nobody else does', async () => {
  await using world = await openWorld();
  const { seller, pack, lot } = await world.jar({ packs: 10 });
  const order = await anOrderWithPapers(world, seller, pack.code);
  const another = await anOrderWithPapers(world, seller, pack.code);
  const { see, pdf, bugs } = asker(world);

  const page = await see(`/orders/${order.number}?key=${order.accessKey}`, anonymousActor);
  const links = linksTo(page.html, '/papers/');
  const [confirmation, note] = [await pdf(links[0] ?? '', anonymousActor), await pdf(links[1] ?? '', anonymousActor)];

  expect(links).toHaveLength(2);
  expect(confirmation.text).toContain('订单确认书');
  expect(note.text).toContain(lot.code);
  expect(note.headers.get('cache-control')).toContain('private');
  expect(note.headers.get('x-content-type-options')).toBe('nosniff');
  expect(note.headers.get('content-disposition')).toBe(
    `inline; filename="SH2026-000001-${order.number}-1.pdf"; filename*=UTF-8''${encodeURIComponent('送货单')}-SH2026-000001-${order.number}-1.pdf`,
  );

  const bare = (links[1] ?? '').split('?')[0] ?? '';
  const shopper = await personOf(world, 'shopper', 'another-shopper');
  expect((await pdf(bare, anonymousActor)).status).toBe(404);
  expect((await pdf(bare, shopper)).status).toBe(404);
  expect((await pdf(`${bare}?key=${another.accessKey}`, anonymousActor)).status).toBe(404);
  const ofAnother = bare.replace(order.number, another.number);
  expect((await pdf(`${ofAnother}?key=${another.accessKey}`, anonymousActor)).status).toBe(404);
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a wrong tax number is refused beside its field and nothing typed is lost; a right one makes the data sheet', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10, price: 4500 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const { see, send, pdf, bugs } = asker(world);
  const [page, form] = ['', '/invoice'].map((part) => `/orders/${order.number}${part}?key=${order.accessKey}`) as [
    string,
    string,
  ];
  const first17 = '91350721MA2XN0YK3';
  const right = first17 + socialCreditCheckDigit(first17);
  const wrong = first17 + (right.endsWith('7') ? '8' : '7');
  const typed = {
    titleKind: 'organization',
    title: '南平市七销测试单位',
    taxNumber: wrong,
    mail: 'a@example.com',
    remark: '福利采购',
  };

  const before = await see(page, anonymousActor);
  const refused = await send(form, anonymousActor, typed);
  const ofPerson = await send(form, anonymousActor, { ...typed, titleKind: 'person', taxNumber: right });
  const done = await send(form, anonymousActor, { ...typed, taxNumber: ` ${right.toLowerCase()} ` });
  const after = await see(page, anonymousActor);
  const sheet = await pdf(linksTo(after.html, '/papers/')[0] ?? '', anonymousActor);

  expect(linksTo(before.html, '/invoice')).toEqual([form]);
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/id="invoice-taxNumber-error"[^>]*>[^<]*18 位/);
  for (const value of [typed.title, wrong, typed.mail, typed.remark])
    expect(refused.html).toContain(`value="${value}"`);
  expect(refused.html).toMatch(/value="organization"[^>]*checked|checked[^>]*value="organization"/);
  expect(ofPerson.status).toBe(422);
  expect(ofPerson.html).toMatch(/id="invoice-titleKind-error"[^>]*>[^<]*单位/);
  expect(done).toMatchObject({ status: 302, to: page });
  expect(sheet.text).toContain(right);
  expect(sheet.text).toContain('这是开票用的信息，不是发票');
  expect(linksTo(after.html, '/invoice')).toEqual([]);
  expect((await see(form, anonymousActor)).html).toContain('已经交给卖家');
  expect((await see(form.replace(/key=.*/, 'key=wrong'), anonymousActor)).status).toBe(404);
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a seller lists his papers by kind, month and number and keeps them as a table; another seller sees none of them', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  const order = await anOrderWithPapers(world, seller, pack.code);
  const clerk = await personOf(world, 'clerk', 'own-clerk', seller);
  const stranger = await personOf(world, 'clerk', 'other-clerk', await world.seller());
  const { see, pdf, bugs } = asker(world);

  const all = await see('/coop/documents', clerk);
  const notes = await see('/coop/documents?kind=delivery-note&month=2026-06', clerk, 'en');
  const links = linksTo(notes.html, '/coop/documents/');

  expect(all.html).toContain('DD2026-000001');
  expect(all.html).toContain('SH2026-000001');
  expect(notes.html).not.toContain('DD2026-000001');
  expect(links).toHaveLength(1);
  expect((await pdf(links[0] ?? '', clerk)).text).toContain('送货单');
  expect((await pdf(links[0] ?? '', stranger)).status).toBe(404);
  expect((await see('/coop/documents', stranger)).html).toContain('还没有单据');
  expect((await see('/coop/documents?month=2026-05', clerk)).html).toContain('没有符合的单据');
  expect((await see(`/coop/documents?search=${order.number}`, clerk)).html).toContain('SH2026-000001');
  // What no month and no kind is asks for all; a wildcard is a letter like any other.
  expect((await see('/coop/documents?month=2026-13&kind=x&page=9', clerk)).html).toContain('SH2026-000001');
  expect((await see('/coop/documents?search=%25', clerk)).html).toContain('没有符合的单据');

  const csv = (await see('/coop/documents.csv?kind=delivery-note', clerk)).html;
  expect(csv).toContain('SH2026-000001,送货单,');
  expect(csv.trim().split('\r\n')).toHaveLength(2);
  const books = await personOf(world, 'bookkeeper', 'books');
  expect((await see('/books/documents', books)).html).toContain('SH2026-000001');
  expect((await pdf((links[0] ?? '').replace('coop', 'books'), books)).status).toBe(200);
  expect((await see('/books/documents', clerk)).status).toBe(403);
  expect(bugs).toEqual([]);
});

test('a household prints its statement by the code on it, and nobody by a wrong one', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 5, perishable: true });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await shipParcel(world.clerk(seller), `${order.number}-1`, { courier: 'SELF', trackingNumber: '' });
  await deliverParcel(world.clerk(seller), `${order.number}-1`);
  world.later(7 * 24 * 60);
  await matureDues(world.system());
  world.later(5 * 24 * 60);
  await stateDues(world.system(), { until: addDays(businessDayOf(world.now), 0) });
  const [statement] = await world.rows<{ code: string; number: string }>(
    sql`select access_code as code, number from statement`,
  );
  const { pdf, bugs } = asker(world);

  const link = `/s/${statement?.code}/statement.pdf`;
  const chinese = await pdf(link, anonymousActor);
  const english = await pdf(link, anonymousActor, 'en');

  expect(chinese.text).toContain('富石村 张春生，您好');
  expect(chinese.text).toContain('¥25.00');
  expect(english.text).toContain('To be paid to you');
  expect(chinese.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent('结算单')}-${statement?.number}.pdf`,
  );
  const guesses = [];
  for (let guess = 10; guess <= 30; guess += 1) {
    guesses.push((await pdf(`/s/AAAAAAAA${guess}/statement.pdf`, anonymousActor)).status);
  }
  // Who tries one code after the other is told to wait, here as on the page.
  expect(guesses.slice(0, 20).every((status) => status === 404)).toBe(true);
  expect(guesses.at(-1)).not.toBe(404);
  expect(bugs).toEqual([]);
});
