import { expect, test } from 'vitest';
import { aClaim, aDeliveredParcel } from '#server/after-sales/claim.factory.ts';
import { lapseClaims } from '#server/after-sales/index.ts';
import { matureDues } from '#server/dues/index.ts';
import { tellNews } from '#server/notices/notices.factory.ts';
import { markRefundFailed } from '#server/payments/index.ts';
import { approvePayout, assemblePayout, exportBankFile, importBankResults } from '#server/payouts/index.ts';
import { aDeliveredOrder, aStatement, withCards } from '#server/payouts/settlement.factory.ts';
import { actorOf, anonymousActor, createPersona, type PersonaMembership } from '#server/people/index.ts';
import { type Actor, openCtx, sql, transact } from '#server/platform/index.ts';
import { book, threeJars } from '#server/refunds/refund.factory.ts';
import { ObjectStatement } from '#server/statements/contract.ts';
import { objectStatement, settleSilent } from '#server/statements/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { type Pages, pagesForTests } from './testing/pages-for-tests.ts';

const DAY = 24 * 60;

async function aClerk(world: World, organization: string): Promise<Actor> {
  const memberships = [{ role: 'clerk' as const, organization }];
  const { userId } = await createPersona(world.system(), { code: 'clerk', name: '业务员', memberships });
  return actorOf(world.system(), userId, { personas: true });
}

const get = async (pages: Pages, path: string, actor: Actor, language: 'zh-CN' | 'en' = 'zh-CN') =>
  (await pages.ask(new Request(new URL(path, 'http://shop')), { actor, language })).text();
const post = (pages: Pages, path: string, actor: Actor, fields: Record<string, string> = {}) =>
  pages.ask(new Request(new URL(path, 'http://shop'), { method: 'POST', body: new URLSearchParams(fields) }), {
    actor,
  });

test('the head of every page says how much is not read, to who is signed in and to nobody else', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 5 });
  const clerk = await aClerk(world, seller.code);
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await tellNews(world);
  const pages = pagesForTests(world);

  expect(await get(pages, '/products', clerk)).toContain('aria-label="通知，1 条没看"');
  expect(await get(pages, '/products', clerk, 'en')).toContain('aria-label="Notices, 1 not read"');
  expect(await get(pages, '/products', anonymousActor)).not.toContain('/account/notices');
});

test('opening a notice leads to what it is about and counts it as read; those of others are not there', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 5 });
  const clerk = await aClerk(world, seller.code);
  const { number } = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await tellNews(world);
  const pages = pagesForTests(world);
  const notices = await world.rows<{ id: string; mine: boolean }>(
    sql`select id, user_id is not null as mine from notice order by mine desc`,
  );
  const [mine, guests] = notices;

  const list = await get(pages, '/account/notices', clerk, 'en');
  const others = await post(pages, `/account/notices/${guests?.id}`, clerk);
  const opened = await post(pages, `/account/notices/${mine?.id}`, clerk);

  expect(list).toContain(`Parcel ${number}-1 waits to be packed`);
  expect(list).toContain('mail waits');
  expect(others.headers.get('location')).toBe('/account/notices');
  expect(opened.headers.get('location')).toBe(`/coop/parcels/${number}-1`);
  expect(await get(pages, '/account/notices', clerk)).toContain('都看过了');
  const read = await world.rows(sql`select count(*)::int as unread from notice where read_at is null`);
  expect(read).toEqual([{ unread: 1 }]);
});

test('a reader chooses how he is told, and is shown his choice', async () => {
  await using world = await openWorld();
  const { seller } = await world.jar({ packs: 5 });
  const clerk = await aClerk(world, seller.code);
  const pages = pagesForTests(world);
  const saved = await post(pages, '/account/notices/preferences', clerk, { language: 'en', claim: 'on', books: 'on' });

  const shown = await get(pages, '/account/notices/preferences', clerk);

  expect(saved.headers.get('location')).toBe('/account/notices');
  expect(await world.rows(sql`select language, muted from notice_preference`)).toEqual([
    { language: 'en', muted: ['shipment', 'work'] },
  ]);
  expect(shown).toMatch(/value="en"[^>]*checked|checked=""[^>]*value="en"/);
  // A clerk is told nothing of the books, so there is nothing to switch off.
  expect(shown).not.toContain('name="books"');
});

test('the outbox of a demo shows texts and mails, of everybody or of one', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 5 });
  await aClerk(world, seller.code);
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await tellNews(world);
  const pages = pagesForTests(world);
  const [phone] = await world.rows<{ token: string }>(
    sql`select recipient_token as token from message where channel = 'sms'`,
  );

  const everybody = await get(pages, '/outbox', anonymousActor);
  const one = await get(pages, `/outbox?person=${phone?.token}`, anonymousActor);
  const nobody = await get(pages, '/outbox?person=%27%3B', anonymousActor);

  expect(everybody).not.toContain('13800001234');
  expect(everybody).toContain('发给 138****1234');
  expect(everybody).toContain('发给 c***@persona.invalid');
  expect(one).toContain('发给 138****1234');
  expect(one).not.toContain('发给 c***@persona.invalid');
  expect(nobody).toContain('发给 c***@persona.invalid');
});

test('an administrator has a message that failed tried again, without seeing the whole address', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await tellNews(world);
  await world.rows(sql`update message set state = 'given-up', next_try_at = null, tries = 1, last_error = 'http 400'`);
  const pages = pagesForTests(world);
  const admin = world.administrator().actor;
  const [message] = await world.rows<{ id: string }>(sql`select id from message`);

  const list = await get(pages, '/admin/messages', admin);
  const refused = await post(pages, `/admin/messages/${message?.id}/sending`, anonymousActor);
  const sent = await post(pages, `/admin/messages/${message?.id}/sending`, admin);

  expect(await get(pages, '/admin', admin)).toContain('/admin/messages');
  expect(list).toContain('138****1234');
  expect(list).not.toContain('13800001234');
  expect(list).toContain('http 400');
  expect(refused.headers.get('location')).toMatch(/^\/sign-in/);
  expect(sent.headers.get('location')).toBe('/admin/messages');
  expect(await world.rows(sql`select state, tries from message`)).toEqual([{ state: 'waiting', tries: 0 }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('every notice leads to a page that its reader may see', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const people: [string, PersonaMembership[]][] = [
    ['clerk', [{ role: 'clerk', organization: sold.seller.code }]],
    ['books', [{ role: 'bookkeeper' }]],
    ['second', [{ role: 'bookkeeper' }]],
    ['admin', [{ role: 'administrator' }]],
    ['lin', []],
  ];
  const actors = new Map<string, Actor>();
  for (const [code, memberships] of people) {
    const { userId } = await createPersona(world.system(), { code, name: code, memberships });
    actors.set(userId, await actorOf(world.system(), userId, { personas: true }));
  }
  const [books, second] = [...actors.values()].slice(1, 3) as [Actor, Actor];
  const as = (actor: Actor) => openCtx(world.orm, actor, world.now);
  await world.rows(sql`update trade_order set buyer_user_id = (select id from user_account where persona = 'lin')`);
  // A claim the seller does not answer goes to the platform.
  await aClaim(world, sold);
  world.later(49 * 60);
  await lapseClaims(world.system());
  await tellNews(world);
  // Money of a household: one line objected to, the rest paid out, and not taken by its card.
  for (const _ of [1, 2]) {
    const jar = await world.jar({ packs: 5 });
    await aDeliveredOrder(world, jar.seller, (await aPaidOrder(world, [{ pack: jar.pack.code, count: 1 }])).number);
  }
  await withCards(world);
  world.later(9 * DAY);
  await matureDues(world.system());
  const { accessCode, id: statementId } = await aStatement(world);
  const [line] = await world.rows<{ id: string }>(sql`select id from due_line where statement_id = ${statementId}`);
  const objection = ObjectStatement.parse({ reason: '少了一瓶', lines: [line?.id] });
  await objectStatement(world.visitor(), { accessCode }, objection);
  world.later(4 * DAY);
  await settleSilent(world.system());
  const { id: runId } = await assemblePayout(as(books), { payer: 'platform', key: 'run' });
  await approvePayout(as(second), runId);
  await exportBankFile(as(books), runId);
  const [transfer] = await world.rows<{ number: string }>(sql`select number from transfer order by number limit 1`);
  const bytes = Buffer.from(`业务编号,金额,结果,原因\n${transfer?.number},25.00,失败,账号有误`);
  await importBankResults(as(books), runId, { name: 'results.csv', bytes });
  // A refund the provider has no way for.
  const { line: jar } = await threeJars(world);
  await book(world, jar, { lines: [{ lineId: jar.id, count: 1 }] });
  const [refund] = await world.rows<{ id: string }>(sql`select id from payment_refund`);
  await transact(world.system(), (tx) => markRefundFailed(tx, refund?.id ?? '', 'card closed'));
  await tellNews(world);
  const pages = pagesForTests(world);

  const notices = await world.rows<{ kind: string; page: string; user: string }>(
    sql`select distinct on (kind) kind, page, user_id as user from notice where user_id is not null order by kind`,
  );
  const answers = [];
  for (const { kind, page, user } of notices) {
    const actor = actors.get(user) ?? anonymousActor;
    answers.push(`${kind} ${(await pages.ask(new Request(new URL(page, 'http://shop')), { actor })).status}`);
  }

  expect(answers).toEqual([
    'claim-escalated 200',
    'claim-to-arbitrate 200',
    'claim-to-decide 200',
    'order-paid 200',
    'parcel-delivered 200',
    'parcel-shipped 200',
    'parcel-to-pack 200',
    'payout-approved 200',
    'payout-to-approve 200',
    'refund-stuck 200',
    'statement-objected 200',
    'transfer-returned 200',
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});
