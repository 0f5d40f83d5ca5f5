import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';

const gzipOf = promisify(gzip);
const WORTH_COMPRESSING_BYTES = 4_096;
/** Up to here it is done at once: setting up the work for another thread takes longer than the work. */
const AT_ONCE_BYTES_MAX = 131_072;
/** A third of the time of the usual 6 for a few per cent more bytes: this page is sent once. */
const COMPRESSION_LEVEL = 4;
/** `gzip`, unless it says `;q=0`: rather not. */
const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/;
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|manifest|javascript)|image\/svg)/;

/** Whether a reply is text of some kind; pictures and archives are small as they are. */
export function isCompressible(headers: Headers): boolean {
  return COMPRESSIBLE.test(headers.get('content-type') ?? '');
}

/** Compresses a text reply that is worth it. A reply that comes as a stream of unknown length is left alone. */
export async function compress(response: Response, accepted: string | null): Promise<Response> {
  const { headers } = response;
  if (response.body === null || headers.has('content-encoding') || headers.has('content-disposition')) return response;
  if (!isCompressible(headers)) return response;
  headers.append('vary', 'accept-encoding');
  if (!acceptsGzip(accepted) || headers.get('content-type')?.startsWith('text/event-stream')) return response;

  const body = Buffer.from(await response.arrayBuffer());
  const isWorth = body.byteLength >= WORTH_COMPRESSING_BYTES;
  if (isWorth) headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  return new Response(isWorth ? await compressed(body) : body, { status: response.status, headers });
}

function compressed(body: Buffer): Buffer<ArrayBuffer> | Promise<Buffer<ArrayBuffer>> {
  const options = { level: COMPRESSION_LEVEL };
  return body.byteLength <= AT_ONCE_BYTES_MAX ? gzipSync(body, options) : gzipOf(body, options);
}

/** Whether a reader takes gzip. */
export function acceptsGzip(accepted: string | string[] | undefined | null): boolean {
  return typeof accepted === 'string' && GZIP.test(accepted);
}
