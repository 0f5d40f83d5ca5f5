import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSecrets } from './secrets.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('secrets are made once, kept for the owner alone and found again', () => {
  const folder = join(emptyFolder(), 'not-there-yet');

  const made = readSecrets({ DATA_DIR: folder });
  const found = readSecrets({ DATA_DIR: folder });

  expect(found).toEqual(made);
  expect(made.session.length).toBeGreaterThanOrEqual(32);
  expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'field-key')).mode & 0o777).toBe(0o600);
});

test('secrets given in the environment win, and nothing is written', () => {
  const folder = emptyFolder();

  const secrets = readSecrets({ DATA_DIR: folder, SESSION_SECRET: 's'.repeat(32), FIELD_KEY: 'ab'.repeat(32) });

  expect(secrets).toEqual({ session: 's'.repeat(32), fieldKeys: [Buffer.from('ab'.repeat(32), 'hex')] });
  expect(() => statSync(join(folder, 'field-key'))).toThrow('ENOENT');
});

test('a key file of several lines keeps their order, and a broken one stops the start', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'field-key'), `${'0a'.repeat(32)}\n${'0b'.repeat(32)}\n`);
  expect(readSecrets({ DATA_DIR: folder }).fieldKeys.map((key) => key[0])).toEqual([0x0a, 0x0b]);

  writeFileSync(join(folder, 'field-key'), 'too short\n');
  expect(() => readSecrets({ DATA_DIR: folder })).toThrow('field keys of 32 bytes');
});
