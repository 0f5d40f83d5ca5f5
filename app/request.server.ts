import { parse as parseForm, type SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { z } from 'zod';
import { recognizeHousehold } from '#server/households/index.ts';
import { DomainError, httpStatusOf } from '#server/kernel/errors.ts';
import { issueCode } from '#server/kernel/issue-codes.ts';
import { countUnread } from '#server/notices/index.ts';
import { adoptCart } from '#server/orders/index.ts';
import { actorOf, workspacesOf } from '#server/people/index.ts';
import type { Caller, SignedIn } from '#server/platform/auth/index.ts';
import { ownPath, signInPath } from '#server/platform/http/own-path.ts';
import { type Ctx, log, openCtx } from '#server/platform/index.ts';
import { rememberCart } from './cart.server.ts';
import type { RefusalOf } from './components/form/explain.ts';
import type { ShellOf } from './components/shell/shell.tsx';
import { clearedFlash, flashCookie, type Kept, readFlash } from './flash.server.ts';
import type { MessageKey } from './i18n/translator.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** What an action answers when it did not do what was asked: everything typed, what is wrong, why it was refused. */
export type Sent = { lastResult: SubmissionResult<string[]>; refusal: RefusalOf | null };

const FIELDS_MAX = 1_000;
const longIndex = /\[\d{4}/;

/**
 * Runs a loader's one query in a context of its own. A refusal becomes the page's error with its status; somebody not
 * signed in who needs to be is sent to sign in and comes back.
 */
export async function withCtx<T>(args: Args, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  try {
    return await work(ctxOf(args));
  } catch (error) {
    const refusal = refusalOf(args, error);
    throw data({ refusal: { code: refusal.code, params: refusal.params } }, { status: httpStatusOf[refusal.kind] });
  }
}

/**
 * Reads a form by its schema and runs one use-case with it. What is wrong comes back beside its field (422), a refusal
 * with its own status; either way with everything that was typed, except passwords.
 */
export async function submitForm<Schema extends z.ZodType, Result>(
  args: ActionFunctionArgs,
  schema: Schema,
  work: (ctx: Ctx, input: z.output<Schema>) => Promise<Result>,
) {
  const answer = await runForm(args, schema, work);
  return 'result' in answer ? answer.result : data(answer.sent, { status: answer.status });
}

/**
 * The same for an address that only takes a form and has no page to show what is wrong: it leads back to the page the
 * form stands on, which says why once.
 */
export async function submitFrom<Schema extends z.ZodType, Result>(
  args: ActionFunctionArgs,
  page: string,
  schema: Schema,
  work: (ctx: Ctx, input: z.output<Schema>) => Promise<Result>,
) {
  const answer = await runForm(args, schema, work);
  if ('result' in answer) return answer.result;
  args.context.setCookie(flashCookie(problemIn(answer.sent)));
  return redirect(ownPath(page));
}

/** Whether submitForm came back with what is wrong, for a page that has more to add to it. */
export function isSent(answer: unknown): answer is ReturnType<typeof data<Sent>> {
  return typeof answer === 'object' && answer !== null && 'data' in answer && 'init' in answer;
}

/** Everything typed and no verdict on it: for a button that only changes what a form offers. */
export function keepTyped(form: FormData): Sent['lastResult'] {
  removeNul(form);
  const resolve = (): { error: Record<string, string[] | null> } => ({ error: {} });
  return readable(form, () => parseForm<unknown, string[]>(form, { resolve })).reply({
    hideFields: secretFields(form),
  });
}

type Answer<Result> = { result: Result } | { sent: Sent; status: number };

async function runForm<Schema extends z.ZodType, Result>(
  args: ActionFunctionArgs,
  schema: Schema,
  work: (ctx: Ctx, input: z.output<Schema>) => Promise<Result>,
): Promise<Answer<Result>> {
  const form = await readForm(args.request);
  const hideFields = secretFields(form);
  const unholdable = removeNul(form);
  const submission = readable(form, () => parseWithZod(form, { schema, error: issueCode }));
  if (submission.status !== 'success' || unholdable.length > 0) {
    const fieldErrors = Object.fromEntries(unholdable.map((name) => [name, ['form.characters']]));
    return { sent: { lastResult: submission.reply({ hideFields, fieldErrors }), refusal: null }, status: 422 };
  }
  try {
    return { result: await work(ctxOf(args), submission.value) };
  } catch (error) {
    const { kind, code, params } = refusalOf(args, error);
    const { field, ...values } = params;
    if (kind === 'invalid' && typeof field === 'string') {
      const fieldErrors = { [field]: [errorText(code, values)] };
      return { sent: { lastResult: submission.reply({ hideFields, fieldErrors }), refusal: null }, status: 422 };
    }
    const lastResult = { ...submission.reply({ hideFields }), status: 'error' as const };
    return { sent: { lastResult, refusal: { code, params } }, status: httpStatusOf[kind] };
  }
}

/** A refusal about one field, as a schema would have said it: `files.too-large?megabytes=5`. */
function errorText(code: string, values: DomainError['params']): string {
  const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? code : `${code}?${query}`;
}

/** The first thing that is wrong, as a sentence for the next page. */
function problemIn({ lastResult, refusal }: Sent): Kept {
  if (refusal) return { tone: 'problem', key: `errors.${refusal.code}`, params: refusal.params ?? {} };
  const [code = 'form.invalid', query] = (Object.values(lastResult.error ?? {}).flat()[0] ?? 'form.invalid').split('?');
  return { tone: 'problem', key: `errors.${code}`, params: Object.fromEntries(new URLSearchParams(query)) };
}

function ctxOf({ context }: Args): Ctx {
  return openCtx(context.orm, context.actor, context.now());
}

/** The refusal in an error; anything else is a bug and goes on to be logged as one. */
function refusalOf({ request, context }: Args, error: unknown): DomainError {
  if (error instanceof DomainError) {
    if (error.kind === 'forbidden' && context.actor.kind === 'anonymous') throw redirect(signInPath(request));
    return error;
  }
  if (isUnstorable(error)) {
    log.warn({ requestId: context.requestId, err: error }, 'a value no column can hold reached the database');
    return new DomainError('not-found', 'access.no-such-page');
  }
  throw error;
}

const unstorableStates = new Set(['22P02', '22021', '22003', '22P05', '22007', '22008']);

/** An id in an address that is no uuid, a number no column holds: nothing is to be found under it. */
function isUnstorable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && unstorableStates.has(String(error.code));
}

/** The form a request carries; whatever else it carries is answered with 4xx. */
export async function readForm(request: Request): Promise<FormData> {
  if (request.method !== 'POST') throw data({ refusal: { code: 'form.method' } }, { status: 405 });
  try {
    const form = await request.formData();
    if ([...form.keys()].length <= FIELDS_MAX) return form;
  } catch {
    // Whatever was wrong with it, it is no form: nobody who typed something into a page of ours gets here.
  }
  throw unreadable();
}

/** A field name or an intent that no form of ours has makes the reader of forms throw, or build a list without end. */
function readable<T>(form: FormData, parse: () => T): T {
  if ([...form.keys()].some((name) => longIndex.test(name))) throw unreadable();
  try {
    return parse();
  } catch {
    throw unreadable();
  }
}

function unreadable() {
  return data({ refusal: { code: 'form.unreadable' } }, { status: 400 });
}

/** What never comes back into a form: secrets, and files, which a browser cannot put back. */
function secretFields(form: FormData): string[] {
  return [...form].flatMap(([name, value]) => (/password/i.test(name) || typeof value !== 'string' ? [name] : []));
}

/** Takes out what no text column can hold, and says in which fields it was. */
function removeNul(form: FormData): string[] {
  const names = new Set<string>();
  for (const [name, value] of [...form]) {
    if (typeof value === 'string' && value.includes('\u0000')) names.add(name);
  }
  for (const name of names) {
    const values = form.getAll(name);
    form.delete(name);
    for (const value of values) form.append(name, typeof value === 'string' ? value.replaceAll('\u0000', '') : value);
  }
  return [...names];
}

/** Where a page leads back to: `to` (or `back`) of its address, if that is a page of ours. */
export function wayBack(request: Request): string {
  const { searchParams } = new URL(request.url);
  return ownPath(searchParams.get('to') ?? searchParams.get('back'));
}

const PAGES_MAX = 10_000;

/** Which page of a list an address asks for; whatever is no page number is the first. */
export function pageOf(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get('page'));
  return Number.isSafeInteger(asked) && asked >= 1 ? Math.min(asked, PAGES_MAX) : 1;
}

/** Who asks, for signing in and out. */
export function callerOf({ context, request }: Args, ctx: Ctx): Caller {
  return { ctx, headers: request.headers, address: context.clientAddress };
}

/** Keeps the session just opened with the cart filled before, and goes where the person was headed, or to his work. */
export async function welcome({ context, request }: Args, ctx: Ctx, { userId, cookies }: SignedIn) {
  for (const cookie of cookies) context.setCookie(cookie);
  let actor = await actorOf(ctx, userId, { personas: context.env.demo });
  if (await recognizeHousehold({ ...ctx, actor })) actor = await actorOf(ctx, userId, { personas: context.env.demo });
  const { cartId, packs } = await adoptCart({ ...ctx, actor }, context.cartId);
  if (cartId) rememberCart(context, cartId, packs);
  const to = wayBack(request);
  if (to !== '/') return redirect(to);
  return redirect(workspacesOf(actor)[0]?.href ?? '/');
}

/** Goes on to another page, which says once what was done. */
export function redirectWithToast(
  args: Args,
  to: string,
  key: MessageKey,
  params: Record<string, string | number> = {},
) {
  args.context.setCookie(flashCookie({ tone: 'good', key, params }));
  return redirect(to);
}

/** What the frame of every page knows of its reader, for the root loader. */
export async function loadShell(args: LoaderFunctionArgs): Promise<Omit<ShellOf, 'path'>> {
  const { context, request } = args;
  const { actor, env, lang, theme, cartCount } = context;
  const flash = readFlash(request, lang);
  if (flash) context.setCookie(clearedFlash);
  const workspaces = workspacesOf(actor);
  const home = workspaces[0]?.href ?? '/account';
  return {
    language: lang,
    theme,
    actor: actor.kind === 'person' ? { name: actor.name, home, unread: await countUnread(ctxOf(args)) } : null,
    workspaces,
    cartCount,
    demo: env.demo,
    flash,
    licence: null,
    icp: env.ICP_NUMBER ?? null,
  };
}
