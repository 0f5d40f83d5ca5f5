import { assert } from '#server/kernel/errors.ts';
import table from './nanping.json' with { type: 'json' };

/** What a township-level unit is: 街道, 镇 or 乡. */
export type TownshipKind = 'street' | 'town' | 'township';
type RegionName = { 'zh-CN': string; en: string };
export type Township = { code: string; kind: TownshipKind; name: RegionName; countyCode: string };
export type County = { code: string; name: RegionName; townships: readonly Township[] };

/** The prefecture-level city the product serves. */
export const nanping: { code: string; name: RegionName } = table.city;

/** The 10 county-level units in the order of their codes, each with its township-level units. */
export const counties: readonly County[] = table.counties.map(({ code, name, townships }) => ({
  code,
  name,
  townships: townships.map((township) => ({
    ...township,
    kind: township.kind as TownshipKind,
    countyCode: code,
  })),
}));

export const townships: readonly Township[] = counties.flatMap((county) => county.townships);

const countyByCode = new Map(counties.map((county) => [county.code, county]));
const townshipByCode = new Map(townships.map((township) => [township.code, township]));

export function findCounty(code: string): County | undefined {
  return countyByCode.get(code);
}

export function findTownship(code: string): Township | undefined {
  return townshipByCode.get(code);
}

/** The county a township (9 digits) or village (12 digits) code lies in; one outside Nanping is a bug. */
export function countyOf(code: string): County {
  const county = countyByCode.get(code.slice(0, 6));
  assert(county, `no county of Nanping holds ${code}`);
  return county;
}
