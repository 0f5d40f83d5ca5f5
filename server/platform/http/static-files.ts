import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

/** Files up to this size are read once and kept; larger ones are streamed from disk each time. */
const KEPT_BYTES_MAX = 1_048_576;
const WORTH_COMPRESSING_BYTES = 1_024;
/** Nearly as small as the highest, in a twentieth of the time. */
const BROTLI_QUALITY = 9;

const typeOf: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.html': 'text/html; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
};
const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.json', '.txt', '.webmanifest', '.html']);

type Kept = { plain: Buffer; br: Buffer | null; gzip: Buffer | null };
type StaticFile = {
  path: string;
  size: number;
  head: string[];
  etag: string;
  compressible: boolean;
  kept: Promise<Kept> | null;
};

export type StaticFiles = {
  /** Answers a GET or HEAD for a file there is; false leaves the request to the pages. */
  answer(path: string, incoming: IncomingMessage, outgoing: ServerResponse): boolean;
};

/** The files the build made for browsers, listed once at start: nothing else on disk can be asked for. */
export function openStaticFiles(folder: string): StaticFiles {
  const files = new Map(
    listFiles(folder).map((path) => [`/${relative(folder, path).split(sep).join('/')}`, fileAt(path, folder)]),
  );
  return {
    answer(path, incoming, outgoing) {
      const file = files.get(path);
      if (!file) return false;
      if (incoming.headers['if-none-match'] === file.etag) outgoing.writeHead(304, [...file.head]).end();
      else if (file.size > KEPT_BYTES_MAX) sendFromDisk(file, incoming, outgoing);
      else sendKept(file, incoming, outgoing).catch((error: Error) => outgoing.destroy(error));
      return true;
    },
  };
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(folder, path).startsWith('.'));
}

function fileAt(path: string, folder: string): StaticFile {
  const { size, mtimeMs } = statSync(path);
  const extension = extname(path);
  // A name under assets/ carries a hash of what is in the file; any other name stays when its content changes.
  const lasting = relative(folder, path).startsWith(`assets${sep}`);
  const etag = `W/"${createHash('sha1')
    .update(`${path}:${size}:${Math.round(mtimeMs)}`)
    .digest('base64url')
    .slice(0, 16)}"`;
  const compressible = COMPRESSIBLE.has(extension) && size >= WORTH_COMPRESSING_BYTES;
  const head = [
    'content-type',
    typeOf[extension] ?? 'application/octet-stream',
    'cache-control',
    lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    'etag',
    etag,
    'x-content-type-options',
    'nosniff',
    ...(compressible ? ['vary', 'accept-encoding'] : []),
  ];
  return { path, size, head, etag, compressible, kept: null };
}

async function sendKept(file: StaticFile, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  file.kept ??= keep(file);
  const { plain, br, gzip } = await file.kept;
  const accepted = incoming.headers['accept-encoding'] ?? '';
  const coding = br && /\bbr\b/.test(accepted) ? 'br' : gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null;
  const body = (coding === 'br' ? br : coding === 'gzip' ? gzip : null) ?? plain;
  const head = [...file.head, 'content-length', String(body.byteLength)];
  if (coding) head.push('content-encoding', coding);
  outgoing.writeHead(200, head);
  outgoing.end(incoming.method === 'HEAD' ? undefined : body);
}

/** Read and compressed when first asked for: a start need not wait for files nobody wants yet. */
async function keep(file: StaticFile): Promise<Kept> {
  const plain = readFileSync(file.path);
  if (!file.compressible) return { plain, br: null, gzip: null };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
  };
  const [br, gzipped] = await Promise.all([brotliOf(plain, { params }), gzipOf(plain, { level: 9 })]);
  return { plain, br, gzip: gzipped };
}

function sendFromDisk(file: StaticFile, incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(200, [...file.head, 'content-length', String(file.size)]);
  if (incoming.method === 'HEAD') {
    outgoing.end();
    return;
  }
  const stream = createReadStream(file.path);
  stream.on('error', (error) => outgoing.destroy(error));
  outgoing.on('close', () => stream.destroy());
  stream.pipe(outgoing);
}
