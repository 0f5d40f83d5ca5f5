import { expect, test } from 'vitest';
import { searchTextOf } from './search.ts';

test('a product is found by its words, by pairs of characters, by pinyin, by initials and in English', () => {
  const { tokens } = searchTextOf(['光泽土鸡蛋', 'Guangze farm eggs', '蜂蜜']);

  expect(tokens).toEqual(expect.arrayContaining(['土鸡', '鸡蛋', '光泽', 'guangze', 'fengmi', 'fm', 'eggs']));
});

test('signs and blanks say nothing', () => {
  expect(searchTextOf(["  '; drop table --  ", '！？']).tokens).toEqual(['drop', 'table']);
});
