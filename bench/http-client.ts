import { connect, type Socket } from 'node:net';

export type Reply = { status: number; headers: Map<string, string>; cookies: string[]; bytes: number };

/**
 * One keep-alive connection that sends prepared requests and reads replies, with as little in between as possible: the
 * generator shares the machine with what it measures, so what it costs is taken from both sides of every ratio.
 */
export class Connection {
  readonly #socket: Socket;
  #buffer: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', (error) => this.#waiting?.reject(error));
    socket.on('close', () => this.#waiting?.reject(new Error('the connection was closed')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1' }, () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  send(request: Buffer | string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    const headEnd = this.#buffer.indexOf('\r\n\r\n');
    if (headEnd === -1) return;
    const head = readHead(this.#buffer.subarray(0, headEnd).toString('latin1'));
    const bodyEnd = endOfBody(this.#buffer, headEnd + 4, head);
    if (bodyEnd === -1) return;
    const reply = { ...head, bytes: bodyEnd };
    this.#buffer = this.#buffer.subarray(bodyEnd);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve(reply);
  }
}

function readHead(text: string): Omit<Reply, 'bytes'> {
  const [first = '', ...lines] = text.split('\r\n');
  const headers = new Map<string, string>();
  const cookies: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'set-cookie') cookies.push(value.split(';', 1)[0] ?? '');
    else headers.set(name, value);
  }
  return { status: Number(first.slice(9, 12)), headers, cookies };
}

/** Where the body ends in the buffer, or -1 when it has not all come. */
function endOfBody(buffer: Buffer, start: number, { status, headers }: Omit<Reply, 'bytes'>): number {
  if (status === 304 || status === 204) return start;
  const length = headers.get('content-length');
  if (length !== undefined) return buffer.length >= start + Number(length) ? start + Number(length) : -1;
  if (headers.get('transfer-encoding') !== 'chunked') return start;
  const end = buffer.indexOf('0\r\n\r\n', Math.max(start, buffer.length - 7));
  return end === -1 ? -1 : end + 5;
}

export type Ask = { method?: string; path: string; cookie?: string; form?: Record<string, string>; headers?: string[] };

/** A request as bytes, ready to be sent as often as wished. */
export function requestOf({ method, path, cookie, form, headers = [] }: Ask, port: number): Buffer {
  const body = form ? new URLSearchParams(form).toString() : '';
  const lines = [
    `${method ?? (form ? 'POST' : 'GET')} ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'accept: text/html',
    ...headers,
  ];
  if (cookie) lines.push(`cookie: ${cookie}`);
  if (form) {
    lines.push('content-type: application/x-www-form-urlencoded', `content-length: ${Buffer.byteLength(body)}`);
    lines.push(`origin: http://127.0.0.1:${port}`);
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
