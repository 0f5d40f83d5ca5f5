import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/** How the next texts are met: a status, no answer, or a cut after it was taken. `200` once the list is used up. */
export type SmsFault = number | 'silent' | 'reset-after-taking';

export type TakenText = { id: string; to: string; text: string; template: string; params: Record<string, unknown> };

export type SmsStandIn = AsyncDisposable & {
  url: string;
  /** Each once, by its key, however often it was sent. */
  texts: TakenText[];
  requests: number;
  faults: SmsFault[];
};

/** A small strict provider of texts for tests: refuses what is not signed, not JSON, or without a key, with 400. */
export async function openSmsStandIn({
  secret,
  faults = [],
}: {
  secret: string;
  faults?: SmsFault[];
}): Promise<SmsStandIn> {
  const standIn = { url: '', texts: [] as TakenText[], requests: 0, faults: [...faults] };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    standIn.requests += 1;
    const fault = standIn.faults.shift() ?? 200;
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || !isSigned(body, String(request.headers['x-signature']), secret)) {
      return void response.writeHead(400).end('not signed by us');
    }
    const text = JSON.parse(body) as TakenText;
    if (key !== text.id) return void response.writeHead(400).end('no key');
    if (fault === 'silent') return;
    if (fault === 200 || fault === 'reset-after-taking') {
      if (!standIn.texts.some(({ id }) => id === text.id)) standIn.texts.push(text);
    }
    if (fault === 'reset-after-taking') return void request.socket.resetAndDestroy();
    response.writeHead(fault, fault === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end(`said of ${text.to}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  standIn.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/texts`;
  return Object.assign(standIn, {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function isSigned(body: string, header: string, secret: string): boolean {
  const [, seconds = '', given = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  const own = createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
  return given !== '' && timingSafeEqual(own, Buffer.from(given, 'hex'));
}
