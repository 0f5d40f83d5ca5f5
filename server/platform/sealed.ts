import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { assert } from '#server/kernel/errors.ts';
import { readSecrets } from './secrets.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

type Key = { id: number; cipher: Buffer; nonce: Buffer };

export type Sealer = {
  seal(text: string): Buffer;
  unseal(bytes: Uint8Array): string;
  sealAlike(text: string): string;
  unsealAlike(token: string): string;
};

/**
 * AES-256-GCM under keys that are never in the database. A sealed value is: key id, nonce, ciphertext, tag. The first
 * key seals; the id says which one unseals, so keys can be rotated without touching every row at once.
 */
export function sealerOf(fieldKeys: readonly Buffer[]): Sealer {
  const keys = fieldKeys.map(deriveKey);
  assert(new Set(keys.map((key) => key.id)).size === keys.length, 'field keys with distinct ids: draw another one');
  const current = keys[0];
  assert(current, 'a field key');

  function seal(text: string, nonce: Buffer): Buffer {
    assert(current, 'a field key');
    const cipher = createCipheriv('aes-256-gcm', current.cipher, nonce);
    const head = Buffer.concat([Buffer.of(current.id), nonce]);
    cipher.setAAD(head);
    return Buffer.concat([head, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  function unseal(bytes: Uint8Array): string {
    assert(bytes.length > NONCE_BYTES + TAG_BYTES, 'a whole sealed value');
    const key = keys.find(({ id }) => id === bytes[0]);
    assert(key, `field key ${bytes[0]} to unseal with`);
    const head = bytes.subarray(0, 1 + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key.cipher, head.subarray(1));
    decipher.setAAD(head);
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const body = bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  }

  return {
    seal: (text) => seal(text, randomBytes(NONCE_BYTES)),
    unseal,
    // A nonce made from the text is used twice only for the same text, which is the one thing this must give away.
    sealAlike: (text) =>
      seal(text, createHmac('sha256', current.nonce).update(text).digest().subarray(0, NONCE_BYTES)).toString(
        'base64url',
      ),
    unsealAlike: (token) => unseal(Buffer.from(token, 'base64url')),
  };
}

function deriveKey(secret: Buffer): Key {
  assert(secret.length === 32, 'a field key of 32 bytes');
  const derive = (purpose: string, length: number) => Buffer.from(hkdfSync('sha256', secret, '', purpose, length));
  return { id: derive('id', 1).readUInt8(), cipher: derive('cipher', 32), nonce: derive('nonce', 32) };
}

let processSealer: Sealer | undefined;

function sealer(): Sealer {
  processSealer ??= sealerOf(readSecrets().fieldKeys);
  return processSealer;
}

/** Encrypts personal data for a `bytea` column. Sealing the same text twice gives two different values. */
export function seal(text: string): Buffer {
  return sealer().seal(text);
}

/** What was sealed. Reading it is a deed: record who read what. */
export function unseal(bytes: Uint8Array): string {
  return sealer().unseal(bytes);
}

/** Encrypts so that the same text gives the same token: for a column that must be unique or looked up, such as a phone. */
export function sealAlike(text: string): string {
  return sealer().sealAlike(text);
}

/** The text of a token made by sealAlike. */
export function unsealAlike(token: string): string {
  return sealer().unsealAlike(token);
}
