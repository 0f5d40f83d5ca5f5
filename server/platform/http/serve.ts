import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { log } from '../log.ts';
import { type PlainReason, plainReply, wantsJson } from './plain-page.ts';
import { languageAsked } from './reader.ts';

const FINISH_MS_MAX = 9_000;
/** How long a connection that rests is kept after the call to stop: a request may be on its way on it. */
const QUIET_MS = 300;
const KEEP_ALIVE_MS = 65_000;
const REQUEST_MS_MAX = 120_000;

export type Serving = {
  readonly port: number;
  readonly isStopping: () => boolean;
  /** Takes no new connection, answers what is under way, closes the rest. Resolves when nothing is left. */
  stop(): Promise<void>;
};

/** Listens, and can stop without losing a request. */
export async function serve(
  listener: RequestListener,
  { port, host }: { port: number; host: string },
): Promise<Serving> {
  let stopping = false;
  const server = createServer(
    // Longer than a load balancer's own, so that it is never us who close a connection it is about to use.
    { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: KEEP_ALIVE_MS + 1_000, requestTimeout: REQUEST_MS_MAX },
    (incoming, outgoing) => {
      if (stopping) outgoing.shouldKeepAlive = false;
      listener(incoming, outgoing);
    },
  );
  server.on('clientError', refuseUnreadable);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    isStopping: () => stopping,
    stop() {
      stopping = true;
      return drain(server);
    },
  };
}

type Unreadable = Error & { code?: string; rawPacket?: Buffer };

/** What is no HTTP at all, such as an address with Chinese in it that nobody escaped, is told so before it is cut off. */
function refuseUnreadable({ code, rawPacket }: Unreadable, socket: Duplex): void {
  const reason = unreadable[code ?? ''];
  if (!reason || !socket.writable) return void socket.destroy();
  const said = rawPacket?.toString('latin1') ?? '';
  const [, target = ''] = /^[A-Z]+ (\S*)/.exec(said) ?? [];
  const [, accept] = /\r\naccept: *([^\r]*)/i.exec(said) ?? [];
  const [, languages] = /\r\naccept-language: *([^\r]*)/i.exec(said) ?? [];
  const language = languageAsked(target, languages);
  const { status, headers, body } = plainReply(reason, { language, json: wantsJson(target, accept) });
  const all = { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}

/** Why Node could not read a request. Anything else is a connection that broke off, with nobody left to tell. */
const unreadable: Record<string, PlainReason> = {
  HPE_INVALID_URL: 'bad-address',
  HPE_HEADER_OVERFLOW: 'address-too-long',
  HPE_INVALID_METHOD: 'unknown-method',
  HPE_INVALID_HEADER_TOKEN: 'bad-body',
  HPE_INVALID_CONTENT_LENGTH: 'bad-body',
  HPE_INVALID_CHUNK_SIZE: 'bad-body',
};

async function drain(server: Server): Promise<void> {
  const over = new Promise<void>((resolve) => {
    // http's own close() also cuts connections that rest, and with them a request just sent on one.
    NetServer.prototype.close.call(server, () => resolve());
  });
  await Promise.race([over, pause(QUIET_MS)]);
  server.closeIdleConnections();
  const isOver = await Promise.race([over.then(() => true), pause(FINISH_MS_MAX).then(() => false)]);
  if (isOver) return;
  log.warn('requests were cut off: they did not finish in time');
  server.closeAllConnections();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
