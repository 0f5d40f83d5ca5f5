import { expect, test } from 'vitest';
import { isBankCardNumber, isSocialCreditCode, luhnCheckDigit, socialCreditCheckDigit } from './codes.ts';

test('the official examples of the standard pass and fail as published', () => {
  expect(isSocialCreditCode('91350100M000100Y43')).toBe(true);
  expect(isSocialCreditCode('91350100M000100Y4Z')).toBe(false);
  expect(isSocialCreditCode('81440000MCL468545M')).toBe(true);
  expect(socialCreditCheckDigit('91350100M000100Y4')).toBe('3');
});

test('a code with one wrong character, a letter the standard leaves out, or a wrong length is refused', () => {
  const wrong = [
    '91350100M000100Y53',
    '91350100I000100Y43',
    '91350100m000100y43',
    '91350100M000100Y4',
    '',
    ' '.repeat(18),
  ];

  expect(wrong.map(isSocialCreditCode)).toEqual(wrong.map(() => false));
});

test('a sum that is a multiple of 31 gives the check character 0', () => {
  expect(socialCreditCheckDigit('0'.repeat(17))).toBe('0');
});

test('a card number with one slipped digit is refused', () => {
  expect(luhnCheckDigit('7992739871')).toBe('3');
  expect(isBankCardNumber(`6299990000000001${luhnCheckDigit('6299990000000001')}`)).toBe(true);
  expect(isBankCardNumber('4111111111111111')).toBe(true);
  expect(isBankCardNumber('4111111111111112')).toBe(false);
  expect(isBankCardNumber('4111 1111 1111 1111')).toBe(false);
});
