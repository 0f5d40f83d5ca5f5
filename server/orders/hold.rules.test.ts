import { expect, test } from 'vitest';
import { holdMinutesOf } from './hold.rules.ts';

test('a shopper is held a quarter of an hour, by transfer a day, a work unit three days', () => {
  expect(holdMinutesOf('shopper')).toBe(15);
  expect(holdMinutesOf('shopper', 'stripe')).toBe(15);
  expect(holdMinutesOf('shopper', 'bank-transfer')).toBe(1_440);
  expect(holdMinutesOf('unit', 'bank-transfer')).toBe(4_320);
});
