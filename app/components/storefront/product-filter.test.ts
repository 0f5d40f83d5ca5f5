import { expect, test } from 'vitest';
import { everything, filterOf, listHref } from './product-filter.ts';

const read = (query: string) => filterOf(new URLSearchParams(query));

test('an address says what was chosen, and the same filter writes the same address', () => {
  const filter = read('q=岩茶&county=350782&family=rock-tea&season=now&min=39.9&max=１００&sort=household&page=2');

  expect(filter).toEqual({
    words: '岩茶',
    county: '350782',
    family: 'rock-tea',
    inSeason: true,
    priceMin: 3990,
    priceMax: 10000,
    sort: 'household',
    page: 2,
  });
  expect(filterOf(new URL(listHref(filter, { page: 2 }), 'http://shop').searchParams)).toEqual(filter);
});

test('what makes no sense in an address is as if it were not there', () => {
  const junk = 'q=%00&county=999999&family=gold&season=maybe&min=cheap&max=-5&sort=drop&page=-3&page=x';

  expect(read(junk)).toEqual(everything);
  expect(read('page=99999999')).toEqual(everything);
  expect(read('')).toEqual(everything);
});

test('two prices the wrong way round are put in order', () => {
  expect(read('min=500&max=10')).toMatchObject({ priceMin: 1000, priceMax: 50000 });
});

test('choosing something else starts again at the first page, and words lead to the search', () => {
  const deep = { ...everything, page: 4 };

  expect(listHref(deep, { family: 'honey' })).toBe('/products?family=honey');
  expect(listHref(deep, { words: '茶' })).toBe('/search?q=%E8%8C%B6');
  expect(listHref(everything)).toBe('/products');
});
