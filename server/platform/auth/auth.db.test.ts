import { expect, test } from 'vitest';
import { rowsOf, run, sql } from '#server/platform/index.ts';
import { demoMessenger } from '#server/platform/messages/demo-messenger.ts';
import { showMessages } from '#server/platform/messages/index.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { type Auth, type Caller, openAuth } from './index.ts';

const password = 'a sentence that is long';

function authOf(world: World): Auth {
  return openAuth({ orm: world.orm, env: {}, secrets: { session: 's'.repeat(40) }, messenger: demoMessenger });
}

function callerIn(world: World, address = '203.0.113.7'): Caller {
  return { ctx: world.system(), headers: new Headers({ 'x-client-address': '6.6.6.6', cookie: 'lang=en' }), address };
}

/** The headers of the next request of a browser that kept these cookies. */
function withCookies(cookies: string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
}

test('who signs up is signed in, and can sign in again with the same password only', async () => {
  await using world = await openWorld();
  const auth = authOf(world);

  const made = await auth.signUp(callerIn(world), { name: '林晓', email: 'lin@example.com', password });
  const again = await auth.signIn(callerIn(world), { email: 'Lin@Example.com', password });

  expect(again.userId).toBe(made.userId);
  expect(await auth.visit(withCookies(made.cookies))).toMatchObject({ userId: made.userId });
  expect(made.cookies[0]).toMatch(/HttpOnly.*SameSite=Lax/);
  await expect(
    auth.signIn(callerIn(world), { email: 'lin@example.com', password: 'not this one' }),
  ).rejects.toMatchObject({
    kind: 'invalid',
    code: 'people.wrong-password',
  });
  await expect(
    auth.signUp(callerIn(world), { name: '别人', email: 'LIN@example.com', password }),
  ).rejects.toMatchObject({ kind: 'conflict', code: 'people.email-taken' });
});

test('a session ends when it expires, when it is signed out and when its cookie was changed', async () => {
  await using world = await openWorld();
  const auth = authOf(world);
  const { userId, cookies } = await auth.signUp(callerIn(world), { name: '林晓', email: 'lin@example.com', password });
  const other = await auth.openSession(callerIn(world), userId);
  const nobody = { userId: null, sessionId: null };

  const [cookie = ''] = cookies;
  expect(await auth.visit(new Headers({ cookie: cookie.replace('session_token=', 'session_token=x') }))).toMatchObject(
    nobody,
  );
  expect(await auth.visit(new Headers())).toEqual({ ...nobody, cookies: [] });

  await auth.signOut(withCookies(other.cookies));
  expect(await auth.visit(withCookies(other.cookies))).toMatchObject(nobody);
  expect(await auth.visit(withCookies(cookies))).toMatchObject({ userId });

  await run(world.system(), sql`update user_session set expires_at = now() - interval '1 second'`);
  expect(await auth.visit(withCookies(cookies))).toMatchObject(nobody);
});

test('a session remembers the address the request came from, not one a header claims', async () => {
  await using world = await openWorld();

  await authOf(world).signUp(callerIn(world), { name: '林晓', email: 'lin@example.com', password });

  expect(await rowsOf(world.system(), sql`select ip_address from user_session`)).toEqual([
    { ip_address: '203.0.113.7' },
  ]);
});

test('a code that does not leave is said so, and nobody waits for it', async () => {
  await using world = await openWorld();
  const sendSms = async () => ({ outcome: 'failed' as const, reason: 'http 503' });
  const messenger = { ...demoMessenger, sendSms };
  const auth = openAuth({ orm: world.orm, env: {}, secrets: { session: 's'.repeat(40) }, messenger });

  await expect(auth.sendCode(callerIn(world), '13800001234')).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'messages.not-sent',
  });
});

test('a phone signs in by the code sent to it, once, and the database does not hold the number', async () => {
  await using world = await openWorld();
  const auth = authOf(world);
  await auth.sendCode(callerIn(world), '13800001234');
  const [message] = await showMessages(world.system());
  const code = String(message?.params.code);

  const wrong = auth.signInWithCode(callerIn(world), {
    phone: '13800001234',
    code: code === '000000' ? '1' : '000000',
  });
  await expect(wrong).rejects.toMatchObject({ code: 'people.wrong-code' });
  const { userId, cookies } = await auth.signInWithCode(callerIn(world), { phone: '13800001234', code });

  expect(message).toMatchObject({ channel: 'sms', recipient: '138****1234', language: 'en', isNew: true });
  expect(await auth.visit(withCookies(cookies))).toMatchObject({ userId });
  await expect(auth.signInWithCode(callerIn(world), { phone: '13800001234', code })).rejects.toMatchObject({
    code: 'people.code-expired',
  });
  const [person] = await rowsOf<Record<string, unknown>>(world.system(), sql`select * from user_account`);
  expect(JSON.stringify(person)).not.toContain('13800001234');
  expect(person?.name).toBe('138****1234');
});

test('a code holds five wrong tries and five minutes', async () => {
  await using world = await openWorld();
  const auth = authOf(world);
  const guess = () => auth.signInWithCode(callerIn(world), { phone: '13800001234', code: 'no' });

  await auth.sendCode(callerIn(world), '13800001234');
  for (let tries = 0; tries < 5; tries += 1) await expect(guess()).rejects.toMatchObject({ code: 'people.wrong-code' });
  await expect(guess()).rejects.toMatchObject({ code: 'people.code-used-up' });

  world.later(2);
  await auth.sendCode(callerIn(world), '13800001234');
  await run(world.system(), sql`update user_verification set expires_at = now() - interval '1 second'`);
  await expect(guess()).rejects.toMatchObject({ code: 'people.code-expired' });
});

test('texts to one number wait a minute, and are five an hour whoever asks', async () => {
  await using world = await openWorld();
  const auth = authOf(world);
  const from = (address: string) => auth.sendCode(callerIn(world, address), '13800001234');

  await from('203.0.113.1');
  await expect(from('203.0.113.2')).rejects.toMatchObject({ kind: 'throttled', params: { seconds: 60 } });
  for (let sent = 1; sent < 5; sent += 1) {
    world.later(2);
    await from(`203.0.113.${sent}`);
  }
  world.later(2);
  await expect(from('203.0.113.9')).rejects.toMatchObject({ kind: 'throttled' });
  await auth.sendCode(callerIn(world, '203.0.113.9'), '13800005678');
});

test('guessing a password is slowed down by account, also from many addresses', async () => {
  await using world = await openWorld();
  const auth = authOf(world);
  const guess = (at: number) =>
    auth.signIn(callerIn(world, `203.0.113.${at}`), { email: 'lin@example.com', password: 'guess' });

  for (let at = 0; at < 10; at += 1) await expect(guess(at)).rejects.toMatchObject({ code: 'people.wrong-password' });
  await expect(guess(11)).rejects.toMatchObject({ kind: 'throttled', code: 'access.too-many-tries' });
  world.later(16);
  await expect(guess(12)).rejects.toMatchObject({ code: 'people.wrong-password' });
});
