import { createServer, type Socket } from 'node:net';

/** How the next mails are met; `taken` once the list is used up. */
export type SmtpFault =
  | 'taken'
  | 'busy-greeting'
  | 'no-greeting'
  | 'no-such-mailbox'
  | 'mailbox-busy'
  | 'content-refused'
  | 'silent-after-data'
  | 'reset-after-data';

export type TakenMail = { from: string; to: string; headers: Record<string, string>; text: string };

export type SmtpStandIn = AsyncDisposable & {
  port: number;
  /** What was taken whole: also what was reset afterwards, as a real server may. */
  mails: TakenMail[];
  connections: number;
  faults: SmtpFault[];
};

/**
 * A small strict mail server for tests: one command at a time, in order, lines ended by CRLF and no longer than 998
 * bytes, a mail ended by a lone dot and with every leading dot doubled. Whatever is not so is answered with 5xx.
 */
export async function openSmtpStandIn({ faults = [] as SmtpFault[], host = '127.0.0.1' } = {}): Promise<SmtpStandIn> {
  const sockets = new Set<Socket>();
  const standIn = { port: 0, mails: [] as TakenMail[], connections: 0, faults: [...faults] };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    standIn.connections += 1;
    converse(socket, standIn.faults.shift() ?? 'taken', (mail) => standIn.mails.push(mail));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  standIn.port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(standIn, {
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function converse(socket: Socket, fault: SmtpFault, take: (mail: TakenMail) => void): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let state: 'start' | 'greeted' | 'from' | 'to' | 'data' = 'start';
  let from = '';
  let to = '';
  let lines: string[] = [];
  let rest = '';

  if (fault === 'no-greeting') return;
  if (fault === 'busy-greeting') {
    say('421 come back later');
    socket.end();
    return;
  }
  say('220 stand-in ESMTP');

  socket.on('data', (bytes) => {
    rest += bytes.toString('latin1');
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      const line = rest.slice(0, end + 1);
      rest = rest.slice(end + 1);
      if (!line.endsWith('\r\n') || line.length > 1_000) {
        say('500 a line ends with CRLF and is no longer than 998 bytes');
        socket.end();
        return;
      }
      hear(line.slice(0, -2));
    }
  });

  function hear(line: string): void {
    if (state === 'data') return void hearContent(line);
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'QUIT') {
      say('221 bye');
      socket.end();
    } else if (verb === 'EHLO' && state === 'start') {
      state = 'greeted';
      say('250-stand-in');
      say('250 8BITMIME');
    } else if (verb === 'MAIL' && state === 'greeted') {
      from = addressIn(line);
      state = 'from';
      say('250 ok');
    } else if (verb === 'RCPT' && state === 'from') {
      to = addressIn(line);
      if (fault === 'no-such-mailbox') return void say(`550 5.1.1 <${to}> unknown`);
      if (fault === 'mailbox-busy') return void say(`451 4.3.0 <${to}> try later`);
      state = 'to';
      say('250 ok');
    } else if (verb === 'DATA' && state === 'to') {
      state = 'data';
      lines = [];
      say('354 go on');
    } else {
      say(`503 ${verb} is out of turn`);
    }
  }

  function hearContent(line: string): void {
    if (line !== '.') {
      lines.push(line.startsWith('.') ? line.slice(1) : line);
      return;
    }
    state = 'greeted';
    if (fault === 'content-refused') return void say(`554 5.7.1 not for <${to}>`);
    take({ from, to, ...parse(lines) });
    if (fault === 'silent-after-data') return;
    if (fault === 'reset-after-data') return void socket.resetAndDestroy();
    say('250 taken');
  }
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

/** Headers unfolded, the text decoded as its transfer encoding says. */
function parse(lines: readonly string[]): Pick<TakenMail, 'headers' | 'text'> {
  const blank = lines.indexOf('');
  const head = lines
    .slice(0, blank)
    .join('\n')
    .replace(/\n[ \t]+/g, ' ');
  const headers = Object.fromEntries(
    head.split('\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const body = lines.slice(blank + 1).join('\r\n');
  return { headers, text: decoded(body, headers['content-transfer-encoding'] ?? '7bit') };
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString('utf8');
  const joined = body.replace(/=\r\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
