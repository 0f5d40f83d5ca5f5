import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfCell, fenOfCell } from './cells.ts';

test.each([
  ['1,234.50', 123_450],
  ['１，２３４．５０', 123_450],
  ['￥39.9', 3_990],
  ['¥ 1,000,000', 100_000_000],
  ['12元', 1_200],
  ['CNY 12.00', 1_200],
  ['-3.2', -320],
  ['-¥3.20', -320],
  ['(3.20)', -320],
  ['（3.20）', -320],
  ['+5', 500],
  ['0', 0],
  ['-0.00', 0],
  ['0012.30', 1_230],
  ['12.3000', 1_230],
])('the cell %s is so many fen', (text, value) => {
  expect(fenOfCell(text)).toEqual({ value });
});

test.each([
  ['', 'sheets.money-empty'],
  ['　', 'sheets.money-empty'],
  ['-', 'sheets.money-wrong'],
  ['--', 'sheets.money-wrong'],
  ['无', 'sheets.money-wrong'],
  ['壹佰元', 'sheets.money-wrong'],
  ['1.2万', 'sheets.money-wrong'],
  ['1,23', 'sheets.money-wrong'],
  ['12,34,567', 'sheets.money-wrong'],
  ['1.234,50', 'sheets.money-wrong'],
  ['1 234.00', 'sheets.money-wrong'],
  ['1e3', 'sheets.money-wrong'],
  ['0x10', 'sheets.money-wrong'],
  ['NaN', 'sheets.money-wrong'],
  ['#REF!', 'sheets.money-wrong'],
  ['=1+1', 'sheets.money-wrong'],
  ['12.', 'sheets.money-wrong'],
  ['.5', 'sheets.money-wrong'],
  ['12.345', 'sheets.money-decimals'],
  ['9999999999999', 'sheets.money-too-big'],
])('the cell %j is wrong and never another amount', (text, wrong) => {
  expect(fenOfCell(text)).toEqual({ wrong });
});

test('any amount written with or without groups and signs is read to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), fc.boolean(), (amount, grouped) => {
      const whole = Math.floor(Math.abs(amount) / 100);
      const yuan = grouped ? whole.toLocaleString('en-US') : String(whole);
      const text = `${amount < 0 ? '-' : ''}${yuan}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
      expect(fenOfCell(text)).toEqual({ value: amount });
    }),
  );
});

test('no text whatever is read as zero unless it says zero', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123,.-+()¥元eE 　万'), maxLength: 12 }), (text) => {
      const read = fenOfCell(text);
      if ('value' in read && read.value === 0) expect(text.replace(/[^1-9万eE]/g, '')).toBe('');
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['2026-03-01', '2026-03-01'],
  ['2026/3/1', '2026-03-01'],
  ['2026.3.1', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['20260301 12:30:05', '2026-03-01'],
  ['20260301123005', '2026-03-01'],
  ['2026年3月1日', '2026-03-01'],
  ['２０２６－０３－０１', '2026-03-01'],
  ['2026-03-01 09:15', '2026-03-01'],
])('the cell %s is a day', (text, value) => {
  expect(dayOfCell(text)).toEqual({ value });
});

test.each([
  ['', 'sheets.day-empty'],
  ['2026-02-30', 'sheets.day-wrong'],
  ['3/1/2026', 'sheets.day-wrong'],
  ['46082', 'sheets.day-wrong'],
  ['2026-03/01', 'sheets.day-wrong'],
  ['昨天', 'sheets.day-wrong'],
])('the cell %j is no day', (text, wrong) => {
  expect(dayOfCell(text)).toEqual({ wrong });
});
