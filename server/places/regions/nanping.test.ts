import { expect, test } from 'vitest';
import { counties, countyOf, findTownship, nanping, townships } from './nanping.ts';

const streetsTownsTownships: Record<string, [string, number, number, number]> = {
  '350702': ['延平区', 6, 13, 2],
  '350703': ['建阳区', 5, 8, 3],
  '350721': ['顺昌县', 1, 8, 3],
  '350722': ['浦城县', 2, 9, 8],
  '350723': ['光泽县', 0, 3, 5],
  '350724': ['松溪县', 1, 2, 6],
  '350725': ['政和县', 1, 4, 5],
  '350781': ['邵武市', 4, 12, 3],
  '350782': ['武夷山市', 3, 3, 4],
  '350783': ['建瓯市', 4, 10, 4],
};

test('each county has as many streets, towns and townships as the state table says', () => {
  const counted = counties.map(({ code, name, townships }) => {
    const of = (kind: string) => townships.filter((township) => township.kind === kind).length;
    return [code, [name['zh-CN'], of('street'), of('town'), of('township')]];
  });

  expect(Object.fromEntries(counted)).toEqual(streetsTownsTownships);
  expect(townships).toHaveLength(142);
});

test('a township code has nine digits, is unique, begins with its county and its kind is the end of its name', () => {
  const endings = { street: ['街道', ' Subdistrict'], town: ['镇', ' Town'], township: ['乡', ' Township'] } as const;

  expect(new Set(townships.map((township) => township.code)).size).toBe(142);
  for (const { code, countyCode, kind, name } of townships) {
    expect(code).toMatch(/^3507\d{5}$/);
    expect(code.startsWith(countyCode)).toBe(true);
    expect(name['zh-CN'].endsWith(endings[kind][0])).toBe(true);
    expect(name.en).toMatch(new RegExp(`^[A-Z][a-z']+${endings[kind][1]}$`));
  }
});

test('the townships the trade speaks of have the codes of the state table', () => {
  const names = ['350724205', '350725103', '350721106', '350702107', '350781104', '350783202', '350782102'].map(
    (code) => findTownship(code)?.name['zh-CN'],
  );

  expect(names).toEqual(['祖墩乡', '铁山镇', '仁寿镇', '王台镇', '沿山镇', '川石乡', '五夫镇']);
  expect(findTownship('350721106')?.name).toEqual({ 'zh-CN': '仁寿镇', en: 'Renshou Town' });
  expect(nanping.code).toBe('350700');
});

test('a village code leads to its county, and one from elsewhere is a bug', () => {
  expect(countyOf('350721106204').name['zh-CN']).toBe('顺昌县');
  expect(() => countyOf('350102001')).toThrow('no county of Nanping');
});
