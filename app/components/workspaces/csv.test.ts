import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('a table opens in Excel with its Chinese intact, quotes and commas in their cells', () => {
  expect(csvOf(['农户', '到户货款'], [['张"小"生, 村东', '1284.50']])).toBe(
    '\uFEFF农户,到户货款\r\n"张""小""生, 村东",1284.50\r\n',
  );
});

test('a name that looks like a formula stays a name, a negative amount stays a number', () => {
  expect(csvOf(['a'], [['=1+1'], ['-cmd'], ['@x'], ['-5.00']])).toBe("\uFEFFa\r\n'=1+1\r\n'-cmd\r\n'@x\r\n-5.00\r\n");
});
