import table from './china.json' with { type: 'json' };

export type DeliveryCounty = { code: string; name: string };
export type DeliveryCity = { code: string; name: string; counties: readonly DeliveryCounty[] };
export type DeliveryProvince = { code: string; name: string; cities: readonly DeliveryCity[] };

/** A city is one string, `3507南平市:02延平区 03建阳区`, which keeps the whole country near 50 KB. */
function readCity(text: string): DeliveryCity {
  const [head = '', list = ''] = text.split(':');
  const code = head.slice(0, 4);
  const counties = list.split(' ').map((county) => ({ code: code + county.slice(0, 2), name: county.slice(2) }));
  return { code, name: head.slice(4), counties };
}

/** All 34 provinces with their cities and counties, for address pickers. 港澳台 have no counties in the source. */
export const provinces: readonly DeliveryProvince[] = (table.provinces as [string, string, string[]][]).map(
  ([code, name, cities]) => ({ code, name, cities: cities.map(readCity) }),
);

const countyByCode = new Map(
  provinces.flatMap((province) =>
    province.cities.flatMap((city) =>
      city.counties.map((county) => [county.code, { province, city, county }] as const),
    ),
  ),
);

/** Province, city and county of a 6-digit county code, as an address prints them. */
export function findDeliveryCounty(
  code: string,
): { province: DeliveryProvince; city: DeliveryCity; county: DeliveryCounty } | undefined {
  return countyByCode.get(code);
}
