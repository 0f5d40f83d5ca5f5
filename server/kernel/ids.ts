import { createHash, randomBytes } from 'node:crypto';

/** A uuid of version 7: sorts by the instant it was made for, so new rows stand together in an index. */
export function uuidv7(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** So many at one instant, in rising order: for rows whose turn among themselves counts. */
export function uuidv7s(now: Date, count: number): string[] {
  return Array.from({ length: count }, () => uuidv7(now)).sort();
}

/** Letters and digits nobody mistakes for one another when read aloud or typed from paper. */
const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code for people: `length` readable characters drawn at random. */
export function readableCode(length: number): string {
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 240 && code.length < length) code += READABLE[byte % READABLE.length];
    }
  }
  return code;
}

/** A readable code that is always the same for the same text: for worlds that must come out alike twice. */
export function readableCodeOf(text: string, length: number): string {
  const bytes = createHash('sha512').update(text).digest();
  return [...bytes.subarray(0, length)].map((byte) => READABLE[byte % READABLE.length]).join('');
}

/** A secret that opens one thing to who holds it: 128 random bits. */
export function accessKey(): string {
  return randomBytes(16).toString('base64url');
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
