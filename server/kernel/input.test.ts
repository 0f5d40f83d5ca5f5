import { parseWithZod } from '@conform-to/zod/v4';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { chinesePhone, codeOfDigits, linesOfText, mailAddress, trimmedText, wholeNumber, yuanAsFen } from './input.ts';
import { issueCode } from './issue-codes.ts';

/** The value of one typed field, or the codes of what is wrong with it: the way a form is read. */
function read(schema: z.ZodType, typed: string | undefined): unknown {
  const form = new FormData();
  if (typed !== undefined) form.set('field', typed);
  const submission = parseWithZod(form, { schema: z.object({ field: schema }), error: issueCode });
  return submission.status === 'success' ? submission.value.field : submission.error?.field;
}

test('text loses stray blanks and invisible characters, and nothing else', () => {
  const text = trimmedText({ max: 10 });

  expect(read(text, '  顺昌\t 蜂蜜\u200b\u0007 ')).toBe('顺昌 蜂蜜');
  expect(read(text, '   ')).toEqual(['form.required']);
  expect(read(text, undefined)).toEqual(['form.required']);
  expect(read(text, '一二三四五六七八九十多')).toEqual(['form.too-long?max=10']);
  expect(read(trimmedText({ min: 3, max: 9 }), 'ab')).toEqual(['form.too-short?min=3']);
  expect(read(text, 'a\u0000b')).toContain('form.characters');
  expect(read(linesOfText({ max: 20 }), ' one\r\ntwo ')).toBe('one\ntwo');
});

test('half a surrogate pair becomes a sign a database can hold', () => {
  expect(trimmedText({ max: 9 }).parse('a\ud800b')).toBe('a\ufffdb');
});

test('whole numbers may be typed full width and with separators', () => {
  const count = wholeNumber({ min: 1, max: 9999 });

  expect(read(count, ' １２ ')).toBe(12);
  expect(read(count, '1,200')).toBe(1200);
  expect(count.parse(7)).toBe(7);
  expect(read(count, '1.5')).toEqual(['form.not-whole']);
  expect(read(count, '0')).toEqual(['form.too-small?min=1']);
  expect(read(count, '10000')).toEqual(['form.too-big?max=9999']);
  expect(read(count, '')).toEqual(['form.required']);
  expect(read(count, undefined)).toEqual(['form.required']);
  for (const wrong of ['two', '0x10', '1e3', 'Infinity', '--1', '9'.repeat(400)]) {
    expect(read(count, wrong)).toEqual(['form.not-a-number']);
  }
  expect(read(count.optional(), '')).toBe(undefined);
});

test('yuan become fen without a float in between', () => {
  const price = yuanAsFen({ min: 1, max: 1_000_000 });

  expect(read(price, '39.9')).toBe(3990);
  expect(read(price, '￥３９．０５元')).toBe(3905);
  expect(read(price, '1,000')).toBe(100_000);
  expect(read(price, '0.29')).toBe(29);
  expect(read(price, '0')).toEqual(['form.too-small?min=0.01']);
  expect(read(price, '10000.01')).toEqual(['form.too-big?max=10000']);
  expect(read(price, '1.234')).toEqual(['form.not-a-number']);
  expect(read(price, '')).toEqual(['form.required']);
});

test('a phone is its eleven digits however it was typed', () => {
  for (const typed of ['13800001234', '138 0000 1234', '+86 138-0000-1234', '１３８００００１２３４']) {
    expect(read(chinesePhone, typed)).toBe('13800001234');
  }
  for (const wrong of ['1380000123', '23800001234', '138000012345', 'phone', '+1 138 0000 1234']) {
    expect(read(chinesePhone, wrong)).toEqual(['form.phone']);
  }
});

test('mail addresses and codes are read kindly', () => {
  expect(read(mailAddress, ' Lin@Example.COM ')).toBe('lin@example.com');
  expect(read(mailAddress, 'lin at example')).toEqual(['form.email']);
  expect(read(codeOfDigits(6), '１２３ 456')).toBe('123456');
  expect(read(codeOfDigits(6), '12345')).toEqual(['form.code?length=6']);
});

test('a box not ticked and a choice not made say so', () => {
  expect(read(z.literal(true), undefined)).toEqual(['form.tick']);
  expect(read(z.boolean(), undefined)).toEqual(['form.tick']);
  expect(read(z.enum(['a', 'b']), 'c')).toEqual(['form.choose']);
  expect(read(z.enum(['a', 'b']), undefined)).toEqual(['form.choose']);
});
