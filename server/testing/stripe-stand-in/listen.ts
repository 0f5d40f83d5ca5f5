import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiAnswer, type ApiRequest, answer, keep, kindOf } from './answer.ts';
import { type Books, newId } from './books.ts';
import type { Faults } from './faults.ts';
import { payPage } from './pay-page.ts';
import { Refusal } from './refusal.ts';
import { getSession, paySession } from './sessions.ts';

type House = { books: Books; faults: Faults; secretKey: string };

const failed: ApiAnswer = { status: 500, body: { error: { type: 'api_error', message: 'Something went wrong.' } } };
const busy: ApiAnswer = {
  status: 429,
  body: { error: { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests.' } },
};

/** One request: the API for programs, the pay page for people. Faults waiting for it happen to it. */
export async function listen(house: House, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const origin = `http://${incoming.headers.host}`;
  const url = new URL(incoming.url ?? '/', origin);
  const body = await text(incoming);
  if (url.pathname.startsWith('/c/pay/')) {
    page(house.books, incoming.method ?? 'GET', url.pathname.slice('/c/pay/'.length), body, outgoing);
    return;
  }
  const { headers, method = 'GET' } = incoming;
  const request: ApiRequest = {
    method,
    path: url.pathname,
    query: url.search.slice(1),
    body,
    headers: {
      authorization: headers.authorization,
      'idempotency-key': headers['idempotency-key'] as string | undefined,
    },
  };
  const fault = house.faults.take(kindOf(request));
  if (fault?.does === 'reset-before') return void incoming.socket.resetAndDestroy();
  if (fault?.does === 'error-before') return send(outgoing, failed);
  if (fault?.does === 'busy') return send(outgoing, busy);
  const done = answer(house.books, house.secretKey, request, origin);
  if (fault?.does === 'error-after') {
    keep(house.books, request, failed);
    return send(outgoing, failed);
  }
  if (fault?.does === 'reset-after') return void incoming.socket.resetAndDestroy();
  if (fault?.does === 'slow') await sleep(fault.ms ?? 0, undefined, { ref: false });
  send(outgoing, done);
}

function send(outgoing: ServerResponse, { status, body, replayed }: ApiAnswer): void {
  outgoing.writeHead(status, {
    'content-type': 'application/json',
    'request-id': newId('req'),
    ...(replayed ? { 'idempotent-replayed': 'true' } : {}),
  });
  outgoing.end(JSON.stringify(body));
}

/** What a buyer sees and does in a browser. */
function page(books: Books, method: string, id: string, body: string, outgoing: ServerResponse): void {
  try {
    const session = getSession(books, id);
    if (method !== 'POST') {
      outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      outgoing.end(payPage(session));
      return;
    }
    const outcome = new URLSearchParams(body).get('outcome');
    if (outcome === 'paid' || outcome === 'later') paySession(books, id, outcome);
    const to = outcome === 'cancel' ? session.cancel_url : session.success_url;
    outgoing.writeHead(303, { location: (to ?? '/').replace('{CHECKOUT_SESSION_ID}', id) });
    outgoing.end();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    outgoing.writeHead(error.status, { 'content-type': 'text/plain; charset=utf-8' });
    outgoing.end(error.message);
  }
}
