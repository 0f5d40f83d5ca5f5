import { expect, test } from 'vitest';
import { targetFault } from './target.ts';

test('addresses that cannot be read are refused before anything reads them', () => {
  expect(targetFault('/products/%E8%8C%B6?q=%E8%9C%82%E8%9C%9C+tea')).toBeNull();
  expect(targetFault('/products/%zz')).toBe('malformed');
  expect(targetFault('/search?q=%ff')).toBe('malformed');
  expect(targetFault('/search?q=a%00b')).toBe('malformed');
  expect(targetFault('/?a=1&_data=routes/home')).toBe('malformed');
  expect(targetFault('http://elsewhere/')).toBe('malformed');
  expect(targetFault(`/search?q=${'a'.repeat(5_000)}`)).toBe('too-long');
});
