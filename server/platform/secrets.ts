import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#server/kernel/errors.ts';

export type Secrets = {
  /** Signs session cookies. */
  session: string;
  /** Encrypt fields at rest: the first seals, every one unseals. */
  fieldKeys: readonly Buffer[];
};

type Source = {
  DATA_DIR?: string | undefined;
  SESSION_SECRET?: string | undefined;
  FIELD_KEY?: string | undefined;
};

/**
 * The secrets given in the environment, else those kept in DATA_DIR, made on first need and readable by the owner
 * alone. `field-key` may hold several lines: after a rotation the new key stands first and the old ones still unseal.
 */
export function readSecrets(source: Source = process.env as Source): Secrets {
  const folder = source.DATA_DIR || '.data';
  const session = source.SESSION_SECRET || keep(folder, 'session-secret', () => randomBytes(48).toString('base64url'));
  const fieldKeys = (source.FIELD_KEY || keep(folder, 'field-key', () => randomBytes(32).toString('hex')))
    .split(/[\s,]+/)
    .filter((line) => line !== '');
  assert(session.length >= 32, 'a session secret of at least 32 characters');
  assert(fieldKeys.length > 0 && fieldKeys.every((key) => /^[0-9a-f]{64}$/.test(key)), 'field keys of 32 bytes as hex');
  return { session, fieldKeys: fieldKeys.map((key) => Buffer.from(key, 'hex')) };
}

/** Linked into place whole: of two processes that start together one wins, and neither reads half a file. */
function keep(folder: string, name: string, make: () => string): string {
  const file = join(folder, name);
  const existing = read(file);
  if (existing !== null) return existing;
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `.${name}-${process.pid}-${randomBytes(4).toString('hex')}`);
  writeFileSync(draft, `${make()}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  const kept = read(file);
  assert(kept !== null, `${file} was written`);
  return kept;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
