import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { serve } from './serve.ts';

/** Sends bytes as they are and reads until the other side closes. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.write(text);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

test('what is no HTTP is refused in a sentence, in the language asked for', async () => {
  const serving = await serve((_, outgoing) => outgoing.end('read'), { port: 0, host: '127.0.0.1' });

  const page = await raw(serving.port, 'GET /search?q=蜂蜜 HTTP/1.1\r\nHost: shop\r\nAccept-Language: en\r\n\r\n');
  const api = await raw(serving.port, 'GET /api/v1/search?q=蜂蜜 HTTP/1.1\r\nHost: shop\r\n\r\n');
  const long = await raw(serving.port, `GET / HTTP/1.1\r\nCookie: ${'a'.repeat(40_000)}\r\n\r\n`);
  const noise = await raw(serving.port, 'BREW /tea HTTP/1.1\r\n\r\n');
  await serving.stop();

  expect(page).toMatch(/^HTTP\/1.1 400 Bad Request\r\n[\s\S]*This address cannot be read/);
  expect(api).toMatch(/application\/json[\s\S]*"code":"request.bad-address","message":"这个网址无法识别/);
  expect(long).toMatch(/^HTTP\/1.1 414 /);
  expect(noise).toMatch(/^HTTP\/1.1 405 /);
});
