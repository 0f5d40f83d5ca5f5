import type { ActionFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { DomainError } from '#server/kernel/errors.ts';
import { trimmedText, wholeNumber } from '#server/kernel/input.ts';
import { anonymousActor, personActor } from '#server/people/index.ts';
import { rowsOf, sql } from '#server/platform/index.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import './entry.server.tsx';
import { isSent, keepTyped, submitForm, submitFrom, withCtx } from './request.server.ts';

const lin = personActor('1', '林', []);
const Wish = z.object({
  name: trimmedText({ max: 20 }),
  count: wholeNumber({ min: 1, max: 9 }),
  password: z.string().optional(),
});

function argsOf(world: World, request: Request, actor = lin, cookies: string[] = []): ActionFunctionArgs {
  const context = {
    orm: world.orm,
    actor,
    lang: 'zh-CN',
    requestId: 'test',
    now: () => world.now,
    setCookie: (cookie: string) => void cookies.push(cookie),
  };
  return { request, params: {}, context: context as unknown as ActionFunctionArgs['context'] };
}

function formOf(body: string | FormData, type = 'application/x-www-form-urlencoded'): Request {
  const headers = typeof body === 'string' ? { 'content-type': type } : {};
  return new Request('http://shop/wish', { method: 'POST', body, headers });
}

/** What a page would get back, or the status of what was thrown. */
async function send(
  world: World,
  request: Request,
  work: () => Promise<unknown> = async () => 'done',
): Promise<{ status?: number | undefined }> {
  const answer = await submitForm(argsOf(world, request), Wish, work).catch((thrown) => thrown);
  return isSent(answer) ? { status: answer.init?.status, ...answer.data } : { status: undefined };
}

test('what is wrong comes back beside its field with everything typed, except passwords', async () => {
  await using world = await openWorld();

  const answer = await send(world, formOf('name=&count=１２&password=secret&note=kept'));

  expect(answer).toMatchObject({
    status: 422,
    refusal: null,
    lastResult: {
      error: { name: ['form.required'], count: ['form.too-big?max=9'] },
      initialValue: { count: '１２', note: 'kept' },
    },
  });
  expect(JSON.stringify(answer)).not.toContain('secret');
});

test('a refusal comes back with its status and everything typed', async () => {
  await using world = await openWorld();

  const answer = await send(world, formOf('name=honey&count=3'), async () => {
    throw new DomainError('conflict', 'stock.not-enough', { wanted: 3 });
  });

  expect(answer).toMatchObject({
    status: 409,
    refusal: { code: 'stock.not-enough', params: { wanted: 3 } },
    lastResult: { status: 'error', initialValue: { name: 'honey', count: '3' } },
  });
});

test('no body of any kind is a bug of ours', async () => {
  await using world = await openWorld();
  const upload = new FormData();
  upload.set('name', new File(['x'], 'x.txt'));
  upload.set('count', '1');
  const nul = new FormData();
  nul.set('name', 'a\u0000b');
  nul.set('count', '1');
  const many = Array.from({ length: 1_200 }, (_, at) => `f${at}=1`).join('&');

  expect(await send(world, formOf('{"name":', 'application/json'))).toMatchObject({ status: 400 });
  expect(await send(world, formOf('--x\r\nbroken', 'multipart/form-data; boundary=x'))).toMatchObject({ status: 400 });
  expect(await send(world, formOf('--x', 'multipart/form-data'))).toMatchObject({ status: 400 });
  expect(await send(world, formOf(many))).toMatchObject({ status: 400 });
  for (const name of ['__proto__.x', 'a[99999999]', 'a[-1]', 'a[[', 'constructor', '__intent__']) {
    const answer = await send(world, formOf(`name=a&count=1&${encodeURIComponent(name)}=%7B`));
    expect([400, 422, undefined]).toContain(answer.status);
  }
  expect(await send(world, formOf(upload))).toMatchObject({ status: 422 });
  expect(await send(world, formOf(nul))).toMatchObject({
    status: 422,
    lastResult: { error: { name: ['form.characters'] }, initialValue: { name: 'ab' } },
  });
  expect(await send(world, new Request('http://shop/wish', { method: 'PUT', body: 'a' }))).toMatchObject({
    status: 405,
  });
});

test('an address that only takes a form leads back and says once what was wrong', async () => {
  await using world = await openWorld();
  const cookies: string[] = [];

  const answer = await submitFrom(
    argsOf(world, formOf('name=a&count=99'), lin, cookies),
    '/products/honey',
    Wish,
    async () => 'done',
  );

  expect(answer).toMatchObject({ status: 302 });
  expect((answer as Response).headers.get('location')).toBe('/products/honey');
  const [kept = ''] = cookies;
  expect(JSON.parse(Buffer.from(kept.slice('flash='.length).split(';')[0] ?? '', 'base64url').toString())).toEqual({
    tone: 'problem',
    key: 'errors.form.too-big',
    params: { max: '9' },
  });
});

test('a page that is refused says so with its status; a stranger is led to sign in and back', async () => {
  await using world = await openWorld();
  const page = () => new Request('http://shop/coop?state=new');
  const denied = async () => {
    throw new DomainError('forbidden', 'access.denied', { permission: 'parcels.see' });
  };

  const forPerson = await withCtx(argsOf(world, page()), denied).catch((thrown) => thrown);
  const forStranger = await withCtx(argsOf(world, page(), anonymousActor), denied).catch((thrown) => thrown);

  expect(forPerson).toMatchObject({ init: { status: 403 }, data: { refusal: { code: 'access.denied' } } });
  expect((forStranger as Response).headers.get('location')).toBe('/sign-in?to=%2Fcoop%3Fstate%3Dnew');
});

test('an id that no column can hold finds nothing; a bug stays a bug', async () => {
  await using world = await openWorld();
  const args = argsOf(world, new Request('http://shop/lots/x'));
  const byId = (id: string) => withCtx(args, (ctx) => rowsOf(ctx, sql`select 1 from lot where id = ${id}::uuid`));

  await expect(byId('no-uuid')).rejects.toMatchObject({ init: { status: 404 } });
  await expect(byId('a\u0000b')).rejects.toMatchObject({ init: { status: 404 } });
  await expect(withCtx(args, (ctx) => rowsOf(ctx, sql`select 1 from no_such_table`))).rejects.toThrow('no_such_table');
});

test('a button that only changes what a form offers keeps what was typed', () => {
  const form = new FormData();
  form.set('name', '林');
  form.set('password', 'secret');

  expect(keepTyped(form)).toMatchObject({ initialValue: { name: '林' } });
  expect(JSON.stringify(keepTyped(form))).not.toContain('secret');
});
