import { expect, test } from 'vitest';
import { tellNews } from '#server/notices/notices.factory.ts';
import { actorOf, anonymousActor, createPersona } from '#server/people/index.ts';
import { type Actor, sql } from '#server/platform/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { type Pages, pagesForTests } from './testing/pages-for-tests.ts';

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

  expect(everybody).toContain('发给 13800001234');
  expect(everybody).toContain('发给 clerk@persona.invalid');
  expect(one).toContain('发给 13800001234');
  expect(one).not.toContain('发给 clerk@persona.invalid');
  expect(nobody).toContain('发给 clerk@persona.invalid');
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
