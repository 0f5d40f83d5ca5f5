import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { acceptsGzip } from './cached-page.ts';

const gzipOf = promisify(gzip);
const WORTH_COMPRESSING_BYTES = 2_048;
/** A third of the time of the usual 6 for a few per cent more bytes: this page is sent once. */
const COMPRESSION_LEVEL = 4;
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|manifest|javascript)|image\/svg)/;

/** Compresses a text reply that is worth it. A reply that comes as a stream of unknown length is left alone. */
export async function compress(response: Response, accepted: string | null): Promise<Response> {
  const { headers } = response;
  if (response.body === null || headers.has('content-encoding') || headers.has('content-disposition')) return response;
  if (!COMPRESSIBLE.test(headers.get('content-type') ?? '')) return response;
  headers.append('vary', 'accept-encoding');
  if (!acceptsGzip(accepted) || headers.get('content-type')?.startsWith('text/event-stream')) return response;

  const body = Buffer.from(await response.arrayBuffer());
  const isWorth = body.byteLength >= WORTH_COMPRESSING_BYTES;
  if (isWorth) headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  return new Response(isWorth ? await gzipOf(body, { level: COMPRESSION_LEVEL }) : body, {
    status: response.status,
    headers,
  });
}
