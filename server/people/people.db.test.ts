import { expect, test } from 'vitest';
import { openAuth } from '#server/platform/auth/index.ts';
import { can, openCtx, rowsOf, run, sql } from '#server/platform/index.ts';
import { demoMessenger } from '#server/platform/messages/demo-messenger.ts';
import { openWorld } from '#server/testing/index.ts';
import {
  actorOf,
  anonymousActor,
  createPersona,
  findPersonas,
  forgetWhatIsOver,
  getAccount,
  getPersonaUser,
  inDemo,
  recognize,
  renameSelf,
} from './index.ts';

test('a persona holds what it was given, also when it is given twice', async () => {
  await using world = await openWorld();
  const seller = await world.seller('furong-honey');
  const clerk = {
    code: 'clerk-furong',
    name: '张业务',
    phone: '13800001234',
    memberships: [{ role: 'clerk' as const, organization: 'furong-honey' }],
  };

  const { userId } = await createPersona(world.system(), clerk);
  const again = await createPersona(world.system(), { ...clerk, name: '张新业务' });
  const actor = await actorOf(world.system(), userId, { personas: true });

  expect(again.userId).toBe(userId);
  expect(actor).toMatchObject({ kind: 'person', id: userId, name: '张新业务' });
  expect(can(actor, 'parcels.ship', { organizationId: seller.id })).toBe(true);
  expect(can(actor, 'parcels.ship')).toBe(false);
  expect(await rowsOf(world.system(), sql`select role from membership`)).toEqual([{ role: 'clerk' }]);
});

test('a persona of an organization that is not there is a bug of the seed, and leaves nothing', async () => {
  await using world = await openWorld();

  const made = createPersona(world.system(), {
    code: 'clerk-nowhere',
    name: '无处',
    memberships: [{ role: 'clerk', organization: 'nowhere' }],
  });

  await expect(made).rejects.toThrow('organization nowhere of persona clerk-nowhere');
  expect(await rowsOf(world.system(), sql`select id from user_account`)).toEqual([]);
});

test('outside a demo a persona is nobody, even with a session from before', async () => {
  await using world = await openWorld();
  const { userId } = await createPersona(world.system(), {
    code: 'bookkeeper',
    name: '王会计',
    memberships: [{ role: 'bookkeeper' }],
  });
  const auth = openAuth({ orm: world.orm, env: {}, secrets: { session: 's'.repeat(40) }, messenger: demoMessenger });
  const caller = { ctx: world.system(), headers: new Headers(), address: '203.0.113.7' };
  const { cookies } = await auth.openSession(caller, userId);
  const headers = new Headers({ cookie: cookies[0]?.split(';')[0] ?? '' });

  const inTheDemo = await recognize({ orm: world.orm, auth, env: { demo: true }, headers, now: world.now });
  const forReal = await recognize({ orm: world.orm, auth, env: { demo: false }, headers, now: world.now });

  expect(inTheDemo).toMatchObject({ userId, actor: { kind: 'person', name: '王会计' } });
  expect(can(inTheDemo.actor, 'books.read')).toBe(true);
  expect(forReal).toMatchObject({ userId: null, sessionId: null, actor: anonymousActor });
});

test('personas are listed and entered in a demo only', async () => {
  await using world = await openWorld();
  await world.seller('furong-honey');
  await createPersona(world.system(), {
    code: 'clerk-furong',
    name: '张业务',
    memberships: [{ role: 'clerk', organization: 'furong-honey' }],
  });
  const { userId } = await createPersona(world.system(), { code: 'shopper-lin', name: '林晓', memberships: [] });
  const demo = openCtx(world.orm, inDemo(anonymousActor), world.now);
  const real = openCtx(world.orm, anonymousActor, world.now);

  expect(await findPersonas(demo)).toMatchObject([
    { code: 'shopper-lin', held: [] },
    { code: 'clerk-furong', held: [{ role: 'clerk', organization: { 'zh-CN': 'furong-honey合作社' }, area: null }] },
  ]);
  expect(await getPersonaUser(demo, 'shopper-lin')).toEqual({ userId });
  await expect(getPersonaUser(demo, 'nobody')).rejects.toMatchObject({ code: 'people.no-such-persona' });
  await expect(getPersonaUser(real, 'shopper-lin')).rejects.toMatchObject({ code: 'access.denied' });
  expect(() => findPersonas(real)).toThrow('access.denied');
});

test('a membership ends with its last day', async () => {
  await using world = await openWorld();
  const { userId } = await createPersona(world.system(), {
    code: 'keeper',
    name: '王',
    memberships: [{ role: 'bookkeeper' }],
  });
  const ends = (day: string) => run(world.system(), sql`update membership set until = ${day}::date`);
  const today = world.now.toISOString().slice(0, 10);

  await ends(today);
  expect(can(await actorOf(world.system(), userId, { personas: true }), 'books.read')).toBe(true);
  world.later(2 * 24 * 60);
  expect(can(await actorOf(world.system(), userId, { personas: true }), 'books.read')).toBe(false);
});

test('a person sees and renames himself, and the change is kept', async () => {
  await using world = await openWorld();
  const { userId } = await createPersona(world.system(), {
    code: 'lin',
    name: '林',
    phone: '13800001234',
    memberships: [],
  });
  const lin = openCtx(world.orm, await actorOf(world.system(), userId, { personas: true }), world.now);

  await renameSelf(lin, { name: '林晓' });

  expect(await getAccount(lin)).toEqual({ name: '林晓', email: null, maskedPhone: '138****1234', memberships: [] });
  expect(
    await rowsOf(world.system(), sql`select actor_id, what, before, after from change_log where subject = 'person'`),
  ).toEqual([{ actor_id: userId, what: 'renamed', before: { name: '林' }, after: { name: '林晓' } }]);
  await expect(renameSelf(world.visitor(), { name: '无名' })).rejects.toMatchObject({ code: 'access.sign-in-first' });
});

test('no membership can reach further than its role', async () => {
  await using world = await openWorld();
  const { userId } = await createPersona(world.system(), { code: 'lin', name: '林', memberships: [] });
  const give = (role: string, area: string | null) =>
    run(world.system(), sql`insert into membership (user_id, role, area) values (${userId}, ${role}, ${area})`);

  await expect(give('clerk', null)).rejects.toThrow('membership_bounds');
  await expect(give('county-office', null)).rejects.toThrow('membership_bounds');
  await expect(give('administrator', '350721')).rejects.toThrow('membership_bounds');
  await expect(give('emperor', null)).rejects.toThrow('membership_bounds');
  await give('county-office', '350721');
});

test('what is over is forgotten and what still holds is kept', async () => {
  await using world = await openWorld();
  const auth = openAuth({ orm: world.orm, env: {}, secrets: { session: 's'.repeat(40) }, messenger: demoMessenger });
  const { userId } = await createPersona(world.system(), { code: 'lin', name: '林', memberships: [] });
  const caller = { ctx: world.system(), headers: new Headers(), address: '203.0.113.7' };
  await auth.openSession(caller, userId);
  await auth.openSession(caller, userId);
  await run(
    world.system(),
    sql`update user_session set expires_at = ${world.now}::timestamptz - interval '1 minute'
        where id = (select id from user_session limit 1)`,
  );
  await run(
    world.system(),
    sql`insert into message (channel, recipient_token, recipient_masked, language, template, params, words, state, sent_at, created_at)
        select 'sms', 'token', '138****1234', 'en', 'people.sign-in-code', '{}', '', 'sent', at, at
        from generate_series(0, 9) age, lateral (select ${world.now}::timestamptz - make_interval(days => age) as at) as moment`,
  );

  await forgetWhatIsOver(world.system());

  expect(await rowsOf(world.system(), sql`select count(*)::int as left from user_session`)).toEqual([{ left: 1 }]);
  expect(await rowsOf(world.system(), sql`select count(*)::int as left from message`)).toEqual([{ left: 8 }]);
  await expect(forgetWhatIsOver(world.visitor())).rejects.toMatchObject({ code: 'access.denied' });
});
