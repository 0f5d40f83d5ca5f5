import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '#server/kernel/money.ts';
import { capitalYuan, readCapitalYuan } from './capital-numerals.ts';

test.each([
  [0, '零元整'],
  [1, '壹分'],
  [10, '壹角整'],
  [100, '壹元整'],
  [105, '壹元零伍分'],
  [150, '壹元伍角整'],
  [1000, '壹拾元整'],
  [10_00_00, '壹仟元整'],
  [123_456, '壹仟贰佰叁拾肆元伍角陆分'],
  [100_100, '壹仟零壹元整'],
  [1_010_000, '壹万零壹佰元整'],
  [1_000_100, '壹万零壹元整'],
  [10_000_000, '壹拾万元整'],
  [10_010_000, '壹拾万零壹佰元整'],
  [11_000_000, '壹拾壹万元整'],
  // Where only the place of ten thousands is empty the rules leave the 零 open; we write none.
  [10_001_000_00, '壹仟万壹仟元整'],
  [100_000_000_00, '壹亿元整'],
  [100_000_001_00, '壹亿零壹元整'],
  [100_010_000_00, '壹亿零壹万元整'],
  [-123_456, '负壹仟贰佰叁拾肆元伍角陆分'],
])('%i fen is %s', (amount, text) => {
  expect(capitalYuan(fen(amount))).toBe(text);
});

test('whatever amount is written in capital numerals is read back to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999_999_99, max: 99_999_999_999_99 }), (amount) => {
      const text = capitalYuan(fen(amount));

      expect(readCapitalYuan(text)).toBe(amount);
      if (amount !== 0) expect(text).not.toMatch(/零零|零[元万亿]|^零/);
    }),
    { numRuns: 5_000 },
  );
});
