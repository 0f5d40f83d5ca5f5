import { inflateRawSync } from 'node:zlib';
import { DomainError } from '#server/kernel/errors.ts';
import type { SheetLimits } from './limits.ts';
import { tooLarge } from './sheet.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks the parts of a zip within the limit, whatever its directory claims of their sizes: a few kilobytes can be made
 * to unpack to gigabytes. Refuses (invalid) what is no such file, or too large.
 */
export function unpack(bytes: Buffer, limits: SheetLimits): Map<string, Buffer> {
  try {
    return partsOf(bytes, limits);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    // A directory that points outside the file, or packing that does not unpack.
    throw new DomainError('invalid', 'sheets.broken');
  }
}

function partsOf(bytes: Buffer, limits: SheetLimits): Map<string, Buffer> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.parts) throw tooLarge('bytes', limits.unpackedBytes);
  let at = bytes.readUInt32LE(end + 16);
  let left = limits.unpackedBytes;
  const parts = new Map<string, Buffer>();
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new DomainError('invalid', 'sheets.broken');
    // Locked by a password, or a zip of another kind.
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new DomainError('invalid', 'sheets.locked');
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes);
    const content = contentOf(bytes, at, left, limits);
    left -= content.length;
    parts.set(name, content);
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - COMMENT_BYTES_MAX); at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new DomainError('invalid', 'sheets.broken');
}

function contentOf(bytes: Buffer, entry: number, left: number, limits: SheetLimits): Buffer {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const header = bytes.readUInt32LE(entry + 42);
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const content = bytes.subarray(start, start + packed);
  if (content.length !== packed) throw new DomainError('invalid', 'sheets.broken');
  if (method === STORED) {
    if (packed > left) throw tooLarge('bytes', limits.unpackedBytes);
    return content;
  }
  if (method !== DEFLATED) throw new DomainError('invalid', 'sheets.broken');
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge('bytes', limits.unpackedBytes);
    throw error;
  }
}
