import { expect, test } from 'vitest';
import { registerMessages, translatorFor } from '#app/i18n/translator.ts';
import { messages } from '#app/i18n/zh-CN/index.ts';
import { ages, harvestVerb, shelfDaysOf, wholePercents, wholeYuan, yuan } from './wording.ts';

registerMessages('zh-CN', messages);

test('the parts of a lot add up to a hundred percent', () => {
  expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
  expect(wholePercents([820, 720, 670, 4_290]).reduce((sum, percent) => sum + percent, 0)).toBe(100);
  expect(wholePercents([0, 0])).toEqual([0, 0]);
});

test('honey is taken from the hive, and what no word is kept for is harvested', () => {
  const t = translatorFor('zh-CN');

  expect(harvestVerb(t, 'honey')).toBe('割蜜');
  expect(harvestVerb(t, 'mixed-fruit')).toBe('收成');
});

test('rice ages, a bowl of stoneware does not', () => {
  expect(ages(shelfDaysOf({ harvestedOn: '2026-10-01', bestBefore: '2027-10-01' }))).toBe(true);
  expect(ages(shelfDaysOf({ harvestedOn: '2026-10-01', bestBefore: '2126-10-01' }))).toBe(false);
});

test('an amount under a head with its unit carries no sign, and one on a tile no fen', () => {
  expect(yuan(123_450)).toBe('1,234.50');
  expect(wholeYuan(123_450)).toBe('¥1,235');
  expect(wholeYuan(0)).toBe('¥0');
});
