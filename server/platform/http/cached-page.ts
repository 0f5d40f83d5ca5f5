import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { StoredPage } from '../page-cache.ts';
import { acceptsGzip, isCompressible } from './compress.ts';

const gzipOf = promisify(gzip);
const WORTH_COMPRESSING_BYTES = 1_024;
const COMPRESSION_LEVEL = 6;
/** A browser asks each time whether its copy still holds: only so is nobody shown a price of a minute ago. */
export const REVALIDATE = 'private, no-cache';

/** Makes a page ready to be sent many times: compressed once, its reply headers laid out once. */
export async function storedPageOf(body: Buffer, headers: Headers, tags: readonly string[]): Promise<StoredPage> {
  const compressed =
    body.byteLength >= WORTH_COMPRESSING_BYTES && isCompressible(headers)
      ? await gzipOf(body, { level: COMPRESSION_LEVEL })
      : null;
  const etag = `W/"${createHash('sha1').update(body).digest('base64url').slice(0, 20)}"`;
  const common = [...headers].filter(([name]) => name !== 'content-length').flat();
  common.push('etag', etag);
  return {
    tags,
    etag,
    plain: body,
    gzip: compressed,
    plainHead: [...common, 'content-length', String(body.byteLength)],
    gzipHead: [...common, 'content-encoding', 'gzip', 'content-length', String(compressed?.byteLength ?? 0)],
    unchangedHead: common.filter((_, at) => !/^content-/.test(common[at - (at % 2)] as string)),
  };
}

/** Writes a kept page to the socket. Nothing is copied: this is the path most requests of strangers take. */
export function sendStoredPage(page: StoredPage, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { headers } = incoming;
  const known = headers['if-none-match'];
  if (known?.includes(page.etag)) {
    outgoing.writeHead(304, page.unchangedHead as string[]);
    outgoing.end();
    return;
  }
  const compressed = page.gzip !== null && acceptsGzip(headers['accept-encoding']);
  outgoing.writeHead(200, (compressed ? page.gzipHead : page.plainHead) as string[]);
  outgoing.end(compressed ? page.gzip : page.plain);
}
