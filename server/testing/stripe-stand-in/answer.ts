import type { z } from 'zod';
import type { Books } from './books.ts';
import { readFormBody } from './form-body.ts';
import { createRefund, createSession, listRefunds, nothing, read } from './parameters.ts';
import { findRefunds, getRefund, openRefund } from './refunds.ts';
import { Refusal } from './refusal.ts';
import { expireSession, getIntent, getSession, openSession } from './sessions.ts';

export type ApiRequest = {
  method: string;
  path: string;
  query: string;
  body: string;
  headers: Record<string, string | undefined>;
};
export type ApiAnswer = { status: number; body: unknown; replayed?: boolean };

type Handler = (books: Books, id: string, params: unknown, origin: string) => unknown;

/** Reads the parameters first, also where none are taken. */
function taking<Schema extends z.ZodType>(
  schema: Schema,
  does: (books: Books, params: z.output<Schema>, id: string, origin: string) => unknown,
): Handler {
  return (books, id, params, origin) => does(books, read(schema, params), id, origin);
}

/** Everything the stand-in knows how to do. `{id}` stands for one part of the path. */
const handlers: Record<string, Handler> = {
  'POST /v1/checkout/sessions': taking(createSession, (books, params, _id, origin) =>
    openSession(books, params, origin),
  ),
  'GET /v1/checkout/sessions/{id}': taking(nothing, (books, _params, id) => getSession(books, id)),
  'POST /v1/checkout/sessions/{id}/expire': taking(nothing, (books, _params, id) => expireSession(books, id)),
  'GET /v1/payment_intents/{id}': taking(nothing, (books, _params, id) => getIntent(books, id)),
  'POST /v1/refunds': taking(createRefund, openRefund),
  'GET /v1/refunds': taking(listRefunds, findRefunds),
  'GET /v1/refunds/{id}': taking(nothing, (books, _params, id) => getRefund(books, id)),
};

/** The name of a request without its ids, such as `GET /v1/refunds/{id}`. */
export function kindOf({ method, path }: Pick<ApiRequest, 'method' | 'path'>): string {
  return `${method} ${path.replace(/\/(cs_test|pi|re|ch|du)_[^/]+|\/unknown[^/]*/g, '/{id}')}`;
}

/** Answers a request as Stripe would: who asks, whether the same was asked before, what it says, then what it does. */
export function answer(books: Books, secretKey: string, request: ApiRequest, origin: string): ApiAnswer {
  try {
    checkKey(request.headers.authorization, secretKey);
    const handler = handlers[kindOf(request)];
    if (!handler) {
      throw new Refusal(404, `Unrecognized request URL (${request.method}: ${request.path}).`);
    }
    const before = answeredBefore(books, request);
    if (before) return { status: before.status, body: before.body, replayed: true };
    const done = work(books, handler, request, origin);
    keep(books, request, done);
    return done;
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    throw error;
  }
}

/** A refusal of the parameters is an answer too, and is kept with its key like any other. */
function work(books: Books, handler: Handler, request: ApiRequest, origin: string): ApiAnswer {
  const id = request.path.split('/').find((part) => /^(cs_test|pi|re|ch|du)_|^unknown/.test(part)) ?? '';
  const params = readFormBody(request.method === 'GET' ? request.query : request.body);
  try {
    return { status: 200, body: structuredClone(handler(books, id, params, origin)) };
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    throw error;
  }
}

function checkKey(authorization: string | undefined, secretKey: string): void {
  if (authorization === `Bearer ${secretKey}`) return;
  const message = authorization ? 'Invalid API Key provided' : 'You did not provide an API key.';
  throw new Refusal(401, message);
}

function answeredBefore(books: Books, request: ApiRequest) {
  const key = request.headers['idempotency-key'];
  const before = request.method === 'POST' && key ? books.answers.get(key) : undefined;
  if (before && before.request !== fingerprint(request)) {
    const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
    throw new Refusal(400, message, { type: 'idempotency_error' });
  }
  return before;
}

/** Keeps the answer for whoever asks the same under the same key. */
export function keep(books: Books, request: ApiRequest, { status, body }: ApiAnswer): void {
  const key = request.headers['idempotency-key'];
  if (request.method === 'POST' && key) books.answers.set(key, { request: fingerprint(request), status, body });
}

function fingerprint({ method, path, body }: ApiRequest): string {
  return `${method} ${path} ${body}`;
}
