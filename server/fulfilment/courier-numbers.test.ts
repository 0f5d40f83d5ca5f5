import { expect, test } from 'vitest';
import { questionTrackingNumber } from './courier-numbers.ts';

test('a number that does not look like its courier is questioned once, and taken when somebody stands by it', () => {
  const odd = { courier: 'SF', trackingNumber: 'SF123' } as const;

  expect(() => questionTrackingNumber(odd, '')).toThrow('orders.tracking-odd');
  expect(() => questionTrackingNumber(odd, 'SF124')).toThrow('orders.tracking-odd');
  expect(() => questionTrackingNumber(odd, 'SF123')).not.toThrow();
});

test.each([
  ['SF', 'SF1234567890123'],
  ['SF', '123456789012'],
  ['YD', '4312345678901'],
  ['YTO', 'YT1234567890123'],
  ['EMS', 'EB123456789CN'],
  ['ZTO', '78212345678901'],
  ['STO', '773012345678901'],
  ['YZPY', '9876543210987'],
  ['JD', 'JDVB12345678901'],
  ['DBL', 'DPK364123456789'],
  ['SELF', ''],
] as const)('%s %s goes without a question', (courier, trackingNumber) => {
  expect(() => questionTrackingNumber({ courier, trackingNumber }, '')).not.toThrow();
});
