import { expect, test } from 'vitest';
import { bilingual } from './bilingual.ts';
import { findDeliveryCounty, provinces } from './china.ts';
import { counties } from './nanping.ts';

test('all 34 provinces are there, and all but three have cities with counties', () => {
  const without = provinces.filter((province) => province.cities.length === 0).map((province) => province.name);

  expect(provinces).toHaveLength(34);
  expect(without).toEqual(['台湾省', '香港特别行政区', '澳门特别行政区']);
  expect(provinces.flatMap((province) => province.cities).every((city) => city.counties.length > 0)).toBe(true);
});

test('a county code is found with its city and province, and the whole country agrees with the table of Nanping', () => {
  const found = counties.map(({ code }) => findDeliveryCounty(code));

  expect(found.map((address) => address?.county.name)).toEqual(counties.map((county) => county.name['zh-CN']));
  expect(new Set(found.map((address) => `${address?.province.name}${address?.city.name}`))).toEqual(
    new Set(['福建省南平市']),
  );
  expect(findDeliveryCounty('310115')?.county.name).toBe('浦东新区');
  expect(findDeliveryCounty('999999')).toBeUndefined();
});

test('county codes are six digits and never twice', () => {
  const codes = provinces.flatMap((province) =>
    province.cities.flatMap((city) => city.counties.map(({ code }) => code)),
  );

  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  expect(new Set(codes).size).toBe(codes.length);
});

test('provinces have the English names they go by, and no two the same', () => {
  const names = ['陕西省', '山西省', '内蒙古自治区', '广西壮族自治区', '北京市'].map((name) => bilingual(name).en);

  expect(names).toEqual(['Shaanxi Province', 'Shanxi Province', 'Inner Mongolia', 'Guangxi', 'Beijing']);
});
