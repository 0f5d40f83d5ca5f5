import { createServer, type RequestListener, type Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { log } from '../log.ts';

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
