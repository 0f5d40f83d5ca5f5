import { expect, test } from 'vitest';
import { actorOf, createPersona } from '#server/people/index.ts';
import { type Actor, sql } from '#server/platform/index.ts';
import { statementPlaces } from '#server/statements/contract.ts';
import { findStatements } from '#server/statements/index.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { pagesForTests } from './testing/pages-for-tests.ts';
import { settlementAddresses } from './testing/settlement-for-tests.ts';

async function aPerson(world: World, role: 'bookkeeper' | 'administrator' | 'village-helper'): Promise<Actor> {
  const at = role === 'village-helper' ? { area: '350721106201' } : {};
  const { userId } = await createPersona(world.system(), { code: role, name: role, memberships: [{ role, ...at }] });
  return actorOf(world.system(), userId, { personas: true });
}

async function openDesk() {
  const world = await openWorld();
  const addresses = await settlementAddresses(world);
  const find = (start: string, end = '') =>
    addresses.find((address) => address.startsWith(start) && address.endsWith(end)) ?? '';
  const pages = pagesForTests(world);
  const books = await aPerson(world, 'bookkeeper');
  const ask = async (path: string, actor: Actor, init?: RequestInit) => {
    const response = await pages.ask(new Request(new URL(path, 'http://shop'), init), { actor });
    return { status: response.status, to: response.headers.get('location'), html: await response.text() };
  };
  const see = (path: string, actor = books) => ask(path, actor);
  const send = (path: string, fields: Record<string, string | File>, actor = books) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return ask(path, actor, { method: 'POST', body });
  };
  return { world, addresses, find, see, send, bugs: pages.bugs };
}

function csv(text: string, name = '回单.csv'): File {
  return new File([text], name, { type: 'text/csv' });
}

test('each error of a file of results is told by its row and nothing of the file is booked', async () => {
  const { world, addresses, see, send, bugs } = await openDesk();
  await using _ = world;
  const atBank = addresses.filter((address) => /payouts\/[^/]+$/.test(address))[1] ?? '';
  const [transfer] = await world.rows<{ number: string; yuan: string }>(
    sql`select number, to_char(amount_fen / 100.0, 'FM999990.00') as yuan from transfer where state = 'sent'`,
  );
  const head = '业务编号,金额,结果,原因';

  const wrong = await send(atBank, {
    file: csv(`${head}\n${transfer?.number},${transfer?.yuan},成功,\nX-1,1.00,成功,\nX-2,abc,成功,\nX-3,1.00,也许,`),
  });
  const noReason = await send(atBank, { file: csv(`${head}\n${transfer?.number},${transfer?.yuan},退票,`) });
  const notASheet = await send(atBank, { file: csv('hello', 'photo.xlsx') });
  const nothing = await send(atBank, { file: csv('') });
  const [before] = await world.rows<{ state: string }>(
    sql`select state from transfer where number = ${transfer?.number}`,
  );
  const file = csv(`${head}\n${transfer?.number},${transfer?.yuan},成功,`);
  const right = await send(atBank, { file });
  const again = await send(atBank, { file });

  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('有 3 处不对');
  for (const row of [3, 4, 5]) expect(wrong.html).toContain(`<th scope="row">${row}</th>`);
  expect(noReason.html).toContain('第 2 行：失败或退票要写原因。');
  expect([noReason.status, notASheet.status, nothing.status]).toEqual([422, 422, 422]);
  expect(nothing.html).toContain('这份文件是空的');
  expect(before?.state).toBe('sent');
  expect(right).toMatchObject({ status: 302, to: atBank });
  const seen = (await see(atBank)).html;
  expect(seen).toContain('银行都回了');
  expect(again).toMatchObject({ status: 302, to: atBank });
  expect(await world.rows(sql`select rows, changed from payout_import`)).toEqual([{ rows: 1, changed: 1 }]);
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('an objection is answered once, in words the household reads, and the difference is booked', async () => {
  const { world, find, see, send, bugs } = await openDesk();
  await using _ = world;
  const objection = find('/books/objections/');
  const answer = { bearer: 'seller', reason: '查了过磅单，少算了一块。' };

  const listed = (await see('/books/objections')).html;
  world.later(6 * 24 * 60);
  const late = (await see('/books/objections')).html;
  const incomplete = await send(objection, { ...answer, outcome: 'corrected' });
  const wrongWay = await send(objection, { ...answer, outcome: 'kept', adjustment: '1.00' });
  const zero = await send(objection, { ...answer, outcome: 'corrected', adjustment: '0' });
  const done = await send(objection, { ...answer, outcome: 'corrected', adjustment: '1.00' });
  const again = await send(objection, { ...answer, outcome: 'kept' });

  expect(listed).toContain('刚刚');
  expect(listed).not.toContain('block overdue');
  // Once, not 等了 等了.
  expect(late).toMatch(/block overdue">等了 6 天</);
  expect([incomplete.status, wrongWay.status, done.status, again.status]).toEqual([422, 422, 302, 409]);
  expect(incomplete.html).toContain(answer.reason);
  expect(incomplete.html).toContain('请填写。');
  expect(wrongWay.html).toContain('就不要填差额');
  expect(zero.status).toBe(422);
  expect(zero.html).toContain('差额不能是 0');
  expect((await see(objection)).html).toContain(answer.reason);
  const [line] = await world.rows(sql`select amount_fen as amount, state from due_line where kind = 'adjustment'`);
  expect(line).toEqual({ amount: 100, state: 'accrued' });
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('every statement stands at one place, and what is objected to or overdue is a flag beside', async () => {
  const { world, see, bugs } = await openDesk();
  await using _ = world;
  const books = world.bookkeeper();

  const { counts } = await findStatements(books, { filter: 'all', page: 1 });
  const page = (await see('/books/statements?state=objected')).html;

  const places = statementPlaces.map((place) => counts[place]);
  expect(places.reduce((sum, { statements }) => sum + statements, 0)).toBe(counts.all.statements);
  expect(places.reduce((sum, { amount }) => sum + amount, 0)).toBe(counts.all.amount);
  expect(counts.objected.statements).toBeGreaterThan(0);
  expect(page).toContain(`有异议 ${counts.objected.statements}`);
  expect(page).toContain('不在合计里');
  expect((await see('/books/refunds/xyz')).status).toBe(404);
  expect((await see('/books/objections/xyz')).status).toBe(404);
  expect((await see('/books/ledger/kinds/nope')).status).toBe(404);
  expect(bugs).toEqual([]);
});

test('headings and accounts are words; what the books call them among themselves is folded away', async () => {
  const { world, see, bugs } = await openDesk();
  await using _ = world;

  const audit = (await see('/books/audit')).html;
  const groups = [...audit.matchAll(/<h2 class="proof-group">([^<]+)</g)].map(([, name]) => name);
  const account = (await see('/books/ledger/revolving-fund')).html;

  expect(groups).toContain('售后');
  expect(groups.filter((name) => /^[a-z]/.test(name ?? ''))).toEqual([]);
  expect(account).toContain('<summary>内部代码</summary>');
  expect(account.match(/revolving-fund<\/(?!code>)/g)).toBeNull();
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a deduction is only asked for, a fund is filled once however often the button is pressed', async () => {
  const { world, find, see, send, bugs } = await openDesk();
  await using _ = world;
  const deduction = find('/books/dues/', '/deduction');
  const seller = /<option value="([^"]+)"/.exec((await see(deduction)).html)?.[1] ?? '';
  const asked = { seller, what: 'seed', amount: '3.00', note: '柑苗 10 株' };

  const refused = await send(deduction, { ...asked, seller: 'nobody' });
  const proposed = await send(deduction, asked);
  const fill = { amount: '12.50', from: '县帮扶专班', key: 'pressed' };
  await send('/books/fund', fill);
  await send('/books/fund', fill);

  expect([refused.status, proposed.status]).toEqual([422, 302]);
  expect((await see(deduction.replace('/deduction', ''))).html).toContain('柑苗 10 株');
  const [held] = await world.rows<{ fen: number; entries: number }>(
    sql`select (select balance_fen from revolving_fund) as fen,
          (select count(*)::int from entry where kind = 'deduction') as entries`,
  );
  expect(held).toEqual({ fen: 101_250, entries: 0 });
  expect((await see('/books/fund')).html).toContain('县帮扶专班');
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('the page of a run says that it is at the bank, and asks for its file, which is the same each time', async () => {
  const { world, addresses, see, send, bugs } = await openDesk();
  await using _ = world;
  const run = addresses.find((address) => /payouts\/[^/]+$/.test(address)) ?? '';
  const early = await see(`${run}/file`);
  await send(`${run}/approval`, {}, await aPerson(world, 'administrator'));

  const handed = await send(`${run}/file`, {});
  const after = await see(handed.to ?? '');
  const [file, again] = [await see(`${run}/file`), await see(`${run}/file`)];
  const later = await see(run);

  expect(early).toMatchObject({ status: 302, to: run });
  expect(handed).toMatchObject({ status: 302, to: `${run}?download=yes` });
  expect(after.html).toContain(`content="0;url=${run}/file"`);
  expect(after.html).toContain('已经交给银行');
  expect(file.html).toContain('业务编号');
  expect(again.html).toBe(file.html);
  expect(later.html).not.toContain('http-equiv="refresh"');
  expect(later.html).not.toContain('第一次下载');
  expect(bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('an administrator reads and approves but makes no run; a village helper does not come in', async () => {
  const { world, addresses, find, see, send, bugs } = await openDesk();
  await using _ = world;
  const admin = await aPerson(world, 'administrator');
  const helper = await aPerson(world, 'village-helper');
  const run = find('/books/payouts/');

  const desk = await see('/books/payouts', admin);
  const made = await send('/books/payouts', { payer: 'platform', key: 'admin' }, admin);
  const file = await send(`${run}/file`, { sure: 'yes' }, admin);
  const approved = await send(`${run}/approval`, { sure: 'yes' }, admin);
  const twice = await send(`${run}/approval`, { sure: 'yes' }, admin);

  expect(desk.html).not.toContain('编一个批次');
  expect(made.status).toBe(403);
  expect(file.status).toBe(403);
  expect(approved).toMatchObject({ status: 302, to: run });
  expect((await see(run, admin)).html).toContain('已复核');
  expect(twice).toMatchObject({ status: 302, to: run });
  for (const address of [...addresses, '/books/dues', '/books/statements', '/books/fund']) {
    expect((await see(address, helper)).status, address).toBe(403);
  }
  expect(bugs).toEqual([]);
});
