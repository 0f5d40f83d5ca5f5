import { expect, test } from 'vitest';
import { searchQuery, searchTextOf } from './search.ts';

test('a product is found by its words, by pairs of characters, by pinyin, by initials and in English', () => {
  const { names, others } = searchTextOf(['光泽土鸡蛋', 'Guangze farm eggs'], ['蜂蜜', '光泽县']);

  expect(names).toEqual(expect.arrayContaining(['土鸡', '鸡蛋', '光泽', 'guangze', 'eggs']));
  expect(others).toEqual(expect.arrayContaining(['蜂蜜', 'fengmi', 'fm']));
});

test('what is in a name is not counted again among the rest', () => {
  expect(searchTextOf(['honey'], ['honey', 'jar']).others).toEqual(['jar']);
});

test('signs and blanks say nothing', () => {
  expect(searchTextOf(["  '; drop table --  ", '！？'], []).names).toEqual(['drop', 'table']);
  expect(searchQuery(" '!?' ")).toBeNull();
});
