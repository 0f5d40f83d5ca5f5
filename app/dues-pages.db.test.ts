import { expect, test } from 'vitest';
import { fillFund, proposeDeduction } from '#server/dues/index.ts';
import { aMaturedOrder } from '#server/payouts/settlement.factory.ts';
import { actorOf, createPersona } from '#server/people/index.ts';
import { sql } from '#server/platform/index.ts';
import { aPaidOrder, openWorld } from '#server/testing/index.ts';
import { pagesForTests } from './testing/pages-for-tests.ts';

/** Four jars sold and payable, two more sold and not due, a deduction of 20 yuan asked for. */
async function openDesk() {
  const world = await openWorld();
  const jar = await world.jar({ packs: 10, agreedPrice: 5000 });
  const order = await aPaidOrder(world, [{ pack: jar.pack.code, count: 4 }]);
  await aMaturedOrder(world, jar.seller, order.number);
  await aPaidOrder(world, [{ pack: jar.pack.code, count: 2 }]);
  const { code } = jar.household;
  const asked = { household: code, what: 'seed', amount: 2_000, note: '柑苗 40 株' } as const;
  await proposeDeduction(world.bookkeeper(), jar.seller.id, asked);
  await fillFund(world.bookkeeper(), { amount: 20_000, from: 'county', key: 'fill' });
  const { userId } = await createPersona(world.system(), {
    code: 'bookkeeper',
    name: 'bookkeeper',
    memberships: [{ role: 'bookkeeper' }],
  });
  const actor = await actorOf(world.system(), userId, { personas: true });
  const pages = pagesForTests(world);
  const ask = async (path: string, init?: RequestInit) => {
    const response = await pages.ask(new Request(new URL(path, 'http://shop'), init), { actor });
    return { status: response.status, to: response.headers.get('location'), html: await response.text() };
  };
  const send = (path: string, fields: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { world, jar, code, see: ask, send, bugs: pages.bugs };
}

test('what is only asked for stands in a column of its own, for its cooperative, until it is taken back', async () => {
  const { world, jar, code, see, send, bugs } = await openDesk();
  await using _ = world;
  const desk = await see('/books/dues');
  const household = await see(`/books/dues/${code}?stands=proposed`);
  const form = await see(`/books/dues/${code}/deduction`);
  const link = new RegExp(`/books/dues/${code}/deductions/[0-9a-f-]+`).exec(household.html)?.[0] ?? '';

  expect(desk.html).toContain('提出扣款，等农户同意');
  expect(desk.html).toContain('>100.00<');
  expect(desk.html).toContain('>-20.00<');
  const [seller] = await world.rows<{ name: string }>(
    sql`select name->>'zh-CN' as name from organization where id = ${jar.seller.id}`,
  );
  expect(household.html).toContain(`给${seller?.name}`);
  expect(household.html).toContain('扣款：柑苗 40 株');
  expect(form.html).toContain('最多扣 30%');
  expect(form.html).toContain('maxLength="100"');
  expect((await see(link)).html).toContain('¥20.00');
  expect(await send(link)).toMatchObject({ status: 302, to: `/books/dues/${code}` });
  expect((await send(link)).status).toBe(409);
  expect((await see('/books/dues')).html).not.toContain('提出扣款，等农户同意');
  expect((await see(`/books/dues/${code}`)).html).toContain('不扣了');
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test("a household's ledger tells what it earned from what is owed to it and what was paid", async () => {
  const { world, code, see, bugs } = await openDesk();
  await using _ = world;

  const { html } = await see(`/books/households/${code}`);

  expect(html).toContain('累计到户货款');
  expect(html).toContain('¥150.00');
  expect(html).toMatch(/household-payable%3A[0-9a-f-]+">100\.00</);
  expect(html).toMatch(/household-earned%3A[0-9a-f-]+">50\.00</);
  expect(html).toContain(`/books/dues/${code}"`);
  expect(html).not.toContain('账上余额（应付给农户）');
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('who advances money is told how much still can be, and on which day it stands on a statement', async () => {
  const { world, code, see, send, bugs } = await openDesk();
  await using _ = world;
  world.now = new Date('2026-07-05T04:00:00Z');
  const page = `/books/dues/${code}/advance`;
  const before = await see(page);
  const done = await send(page, { amount: '20', reason: '开学', key: 'pressed' });
  const after = await see(page);
  const more = await send(page, { amount: '30', reason: '开学', key: 'again' });
  const lines = await see(`/books/dues/${code}`);

  expect(before.html).toContain('现在还能预付 ¥50.00');
  expect(before.html).toContain('随 2026年7月11日 的结算单');
  expect(done.status).toBe(302);
  expect(after.html).toContain('现在没有可以预付的货款');
  expect(after.html).toContain('还没扣还的有 ¥20.00');
  expect(more.status).toBe(409);
  expect(lines.html).toContain('>预付<');
  expect(lines.html).toContain('-¥20.00');
  for (const { html } of [before, after, lines, await see('/books/fund')]) {
    expect(html).not.toMatch(/垫付|先付|等您看/);
  }
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});
