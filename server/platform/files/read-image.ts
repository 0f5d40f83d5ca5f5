import sharp, { type Sharp } from 'sharp';
import { DomainError } from '#server/kernel/errors.ts';

/** A picture as we keep it: upright, without what a camera writes beside it, no side longer than 1600 dots. */
export type Image = { bytes: Buffer; thumbnail: Buffer };

const SIDE_MAX = 1_600;
const THUMBNAIL_SIDE = 240;
const QUALITY = 82;
/** A phone's largest picture has 50 million dots; more than this unpacks to more memory than a picture is worth. */
const PIXELS_MAX = 64_000_000;
const AT_ONCE = 2;
/** The first bytes of what a camera or a browser makes. Nothing else reaches the decoder: an SVG could ask for files. */
const beginnings = [
  [[0, 'ffd8ff']],
  [[0, '89504e470d0a1a0a']],
  [
    [0, '52494646'],
    [8, '57454250'],
  ],
] as const;

/**
 * Makes a picture of what somebody sent, before any transaction: decoding takes long. Refuses (invalid)
 * `files.too-large`, `files.not-an-image` for anything but JPEG, PNG and WebP, `files.too-many-pixels` and
 * `files.broken-image`. What the camera wrote beside it (place, owner, time) is gone.
 */
export async function readImage(bytes: Uint8Array, { maxBytes }: { maxBytes: number }): Promise<Image> {
  if (bytes.byteLength > maxBytes) {
    throw new DomainError('invalid', 'files.too-large', { megabytes: Math.floor(maxBytes / 1_048_576) });
  }
  if (!isPicture(Buffer.from(bytes.subarray(0, 12)))) throw new DomainError('invalid', 'files.not-an-image');
  return oneOfFew(async () => {
    // The head of a picture says how large it unpacks; nothing is unpacked to read it.
    const { width = 0, height = 0 } = await translated(sharp(bytes, { limitInputPixels: false }).metadata());
    if (width * height > PIXELS_MAX) {
      throw new DomainError('invalid', 'files.too-many-pixels', { megapixels: PIXELS_MAX / 1_000_000 });
    }
    const kept = await translated(jpeg(open(bytes).autoOrient(), SIDE_MAX));
    return { bytes: kept, thumbnail: await translated(jpeg(open(kept), THUMBNAIL_SIDE)) };
  });
}

function isPicture(start: Buffer): boolean {
  return beginnings.some((parts) =>
    parts.every(([at, hex]) => start.subarray(at, at + hex.length / 2).toString('hex') === hex),
  );
}

/** Our own bound was asked first, so that it can be named; the decoder's is the second lock. */
function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error' });
}

function jpeg(image: Sharp, side: number): Promise<Buffer> {
  return image
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer();
}

/** Whatever the decoder stumbles over is the picture's fault. */
async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw new DomainError('invalid', 'files.broken-image');
  }
}

let working = 0;
const waiting: (() => void)[] = [];

/** Unpacked pictures are large: a process unpacks few of them at once, the others wait their turn. */
async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (working >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else working += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}
