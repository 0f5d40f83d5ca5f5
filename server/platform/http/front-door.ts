import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { PageCache } from '../page-cache.ts';
import { sendStoredPage } from './cached-page.ts';
import { type PlainReason, plainReply, wantsJson } from './plain-page.ts';
import { readBody } from './read-body.ts';
import { languageAsked } from './reader.ts';
import { canonicalTarget, pageKey, type ReaderCookies, readerCookiesOf } from './reader-cookies.ts';
import type { StaticFiles } from './static-files.ts';
import { targetFault } from './target.ts';

/** What the front door found out about a request it passes on. */
export type Arrival = {
  readonly requestId: string;
  readonly reader: ReaderCookies;
  /** Under which key a page for strangers is kept; null where the reply is the reader's own. */
  readonly key: string | null;
  /** The address in its one spelling, where `key` says that others may be given the same page. */
  readonly target: string;
  readonly clientAddress: string;
};

type FrontDoor = {
  files: StaticFiles | null;
  cache: PageCache;
  nowMs: () => number;
  /** With it set, pages are always made for this address, whatever the Host header says. */
  publicUrl: string | undefined;
  clientAddressHeader: string | undefined;
  inside: RequestListener;
};

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const arrivals = new WeakMap<IncomingMessage, Arrival>();

/** What the front door noted about a request that it let in. */
export function arrivalOf(incoming: IncomingMessage): Arrival {
  const arrival = arrivals.get(incoming);
  if (!arrival) throw new Error('a request came in past the front door');
  return arrival;
}

/**
 * The first thing a request meets, on bare node:http: refuses what cannot be read, answers files and kept pages at once,
 * and lets the rest in. A kept page leaves here without a Request, a Response or a router having been made for it.
 */
export function frontDoor({ files, cache, nowMs, publicUrl, clientAddressHeader, inside }: FrontDoor): RequestListener {
  return (incoming, outgoing) => {
    const { method = '', url = '' } = incoming;
    if (!METHODS.has(method)) return refuse('unknown-method', incoming, outgoing);
    const fault = targetFault(url);
    if (fault) return refuse(fault === 'too-long' ? 'address-too-long' : 'bad-address', incoming, outgoing);

    const reader = readerCookiesOf(incoming);
    const isReading = method === 'GET' || method === 'HEAD';
    if (isReading) {
      const question = url.indexOf('?');
      if (files?.answer(question === -1 ? url : url.slice(0, question), incoming, outgoing)) return;
    }
    const isPage = isReading && !url.startsWith('/api/');
    const isShared = isPage && reader.isStranger && incoming.headers.authorization === undefined;
    const target = isShared ? canonicalTarget(url) : url;
    const key = isShared ? pageKey(target, publicUrl ? '' : (incoming.headers.host ?? ''), reader) : null;
    const page = key === null ? null : cache.find(key, nowMs());
    if (page) return sendStoredPage(page, incoming, outgoing);

    const requestId = randomUUID();
    const clientAddress = addressOf(incoming, clientAddressHeader);
    arrivals.set(incoming, { requestId, reader, key, target, clientAddress });
    outgoing.setHeader('x-request-id', requestId);
    if (isReading) return inside(incoming, outgoing);
    readBody(incoming).then(
      (refusal) => (refusal ? refuse(refusal, incoming, outgoing) : inside(incoming, outgoing)),
      () => outgoing.destroy(),
    );
  };
}

/** Answers in one sentence and closes: whatever is still being sent is not waited for. */
function refuse(reason: PlainReason, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const json = wantsJson(incoming.url ?? '', incoming.headers.accept);
  const language = json
    ? languageAsked(incoming.url, incoming.headers['accept-language'])
    : readerCookiesOf(incoming).language;
  const { status, headers, body } = plainReply(reason, { language, json });
  if (!incoming.complete) headers.connection = 'close';
  outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  outgoing.end(incoming.method === 'HEAD' ? undefined : body);
}

/** The last address a trusted proxy wrote; without one, the socket's. */
function addressOf(incoming: IncomingMessage, header: string | undefined): string {
  const given = header ? incoming.headers[header.toLowerCase()] : undefined;
  const written = (Array.isArray(given) ? given.at(-1) : given)?.split(',').at(-1)?.trim();
  return written || incoming.socket.remoteAddress || 'unknown';
}
