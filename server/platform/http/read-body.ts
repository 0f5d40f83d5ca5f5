import type { IncomingMessage } from 'node:http';
import type { PlainReason } from './plain-page.ts';

const FORM_BYTES_MAX = 1_048_576;
/** Six pictures from a phone with what was typed beside them. */
const UPLOAD_BYTES_MAX = 32 * 1_048_576;
const BODILESS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
/** A NUL as JSON writes it. No text of the database can hold one; a form says so beside its field. */
const NUL = /\\u0000|\0/;

/**
 * Reads a form or a JSON body to its end, within its limit, and leaves it on the request, where the Request made of it
 * takes it from without a stream. Uploads are not read here: they must say their length, and it is checked. Returns why
 * the body is refused, or null.
 */
export async function readBody(incoming: IncomingMessage): Promise<PlainReason | null> {
  if (BODILESS.has(incoming.method ?? 'GET')) return null;
  const upload = incoming.headers['content-type']?.startsWith('multipart/form-data') ?? false;
  const limit = upload ? UPLOAD_BYTES_MAX : FORM_BYTES_MAX;
  const said = incoming.headers['content-length'];
  if (said !== undefined && Number(said) > limit) return 'too-large';
  if (upload) return said === undefined ? 'length-required' : null;

  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    bytes += (chunk as Buffer).byteLength;
    if (bytes > limit) return 'too-large';
    chunks.push(chunk as Buffer);
  }
  const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
  const isJson = incoming.headers['content-type']?.includes('json') ?? false;
  if (isJson && NUL.test(body.toString('latin1'))) return 'bad-body';
  (incoming as IncomingMessage & { rawBody?: Buffer }).rawBody = body;
  return null;
}
