import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accessKey, isUuid, readableCode, readableCodeOf, uuidv7 } from './ids.ts';

const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });

test('an id is a uuid of version 7 and sorts by the instant it was made for', () => {
  fc.assert(
    fc.property(instants, instants, (one, other) => {
      const [a, b] = [uuidv7(one), uuidv7(other)];

      expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(isUuid(a)).toBe(true);
      if (one.getTime() !== other.getTime()) expect(a < b).toBe(one < other);
    }),
  );
});

test('of many ids, codes and keys no two are alike', () => {
  const now = new Date('2026-06-01T04:00:00Z');
  const many = Array.from({ length: 5000 });

  expect(new Set(many.map(() => uuidv7(now))).size).toBe(5000);
  expect(new Set(many.map(() => readableCode(9))).size).toBe(5000);
  expect(new Set(many.map(() => accessKey())).size).toBe(5000);
});

test('a code for people has nothing in it that is mistaken for another sign', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (length) => {
      expect(readableCode(length)).toMatch(new RegExp(`^[2-9A-HJ-NP-TV-Z]{${length}}$`));
    }),
  );
  expect(readableCode(200)).not.toMatch(/[01ILOU]/);
});

test('the same text makes the same code, another text another', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(readableCodeOf(one, 9)).toBe(readableCodeOf(one, 9));
      expect(readableCodeOf(one, 9)).toMatch(/^[2-9A-HJ-NP-TV-Z]{9}$/);
      if (one !== other) expect(readableCodeOf(one, 9)).not.toBe(readableCodeOf(other, 9));
    }),
  );
});

test('what is no uuid is told from one', () => {
  for (const text of ['', 'x', '123', '0197-', `${uuidv7(new Date(0))}0`, "'; drop table"])
    expect(isUuid(text)).toBe(false);
});
