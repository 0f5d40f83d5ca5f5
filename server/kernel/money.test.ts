import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addFen, allocateFen, fen, formatYuan, multiplyRatio } from './money.ts';

const amounts = fc.integer({ min: 0, max: 10_000_000_00 }).map(fen);
const weights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
  .filter((list) => list.some((weight) => weight > 0));

test('the parts of a split amount add up to it, and none is a whole fen off its exact part', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, list) => {
      const parts = allocateFen(amount, list);
      const whole = list.reduce((sum, weight) => sum + weight, 0);

      expect(addFen(...parts)).toBe(amount);
      for (const [index, part] of parts.entries()) {
        const offBy = BigInt(part) * BigInt(whole) - BigInt(amount) * BigInt(list[index] ?? 0);
        expect(offBy > -BigInt(whole) && offBy < BigInt(whole)).toBe(true);
      }
    }),
  );
});

test('who weighs nothing gets nothing, and who weighs more never gets less', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, list) => {
      const parts = allocateFen(amount, list);

      for (const [a, part] of parts.entries()) {
        if (list[a] === 0) expect(part).toBe(0);
        for (const [b, other] of parts.entries()) {
          if ((list[a] ?? 0) > (list[b] ?? 0)) expect(part).toBeGreaterThanOrEqual(other);
        }
      }
    }),
  );
});

test('fen left over go to the largest remainders, of equal ones to the earlier', () => {
  expect(allocateFen(fen(1000), [3, 3, 1])).toEqual([429, 428, 143]);
  expect(allocateFen(fen(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocateFen(fen(5), [0, 7])).toEqual([0, 5]);
  expect(allocateFen(fen(0), [1, 2])).toEqual([0, 0]);
});

test('an amount is not split by nothing, by less than nothing or below zero', () => {
  expect(() => allocateFen(fen(1), [0, 0])).toThrow('at least one weight');
  expect(() => allocateFen(fen(1), [-1, 2])).toThrow();
  expect(() => allocateFen(fen(-1), [1])).toThrow();
  expect(() => allocateFen(fen(1), [0.5])).toThrow();
});

test('a ratio is exact, a half goes up, also where floats would have lost the fen', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.nat(9_000_000),
      fc.integer({ min: 1, max: 1_000_000 }),
      (a, b, c) => {
        const found = BigInt(multiplyRatio(a, b, c));
        const exact = BigInt(a) * BigInt(b);
        const rest = 2n * (exact - found * BigInt(c));

        expect(rest >= -BigInt(c) && rest < BigInt(c)).toBe(true);
      },
    ),
  );
  expect(() => multiplyRatio(2 ** 52, 4, 1)).toThrow('within whole numbers');
  expect(multiplyRatio(5, 1, 2)).toBe(3);
  expect(multiplyRatio(-5, 1, 2)).toBe(-2);
  expect(multiplyRatio(9_007_199_254_740_991, 9999, 9999)).toBe(9_007_199_254_740_991);
});

test('money is whole fen and reads as yuan', () => {
  expect(() => fen(0.1)).toThrow('not whole fen');
  expect(() => fen(2 ** 53)).toThrow();
  expect(addFen()).toBe(0);
  expect([3990, -5, 0, 123_456_789].map(formatYuan)).toEqual(['¥39.90', '-¥0.05', '¥0.00', '¥1,234,567.89']);
});
