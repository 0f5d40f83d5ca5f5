import type { LocalizedText } from '#server/kernel/text.ts';
import { bilingual } from './regions/bilingual.ts';
import { provinces } from './regions/china.ts';
import { counties } from './regions/nanping.ts';

/** Places one may choose, under the city or county they are grouped by. */
export type RegionGroup = { name: LocalizedText; regions: { code: string; name: LocalizedText; whole: boolean }[] };

const NANPING = '3507';

/** All provinces, as an address picker lists them. */
export function deliveryProvinces(): { code: string; name: LocalizedText }[] {
  return provinces.filter(({ cities }) => cities.length > 0).map(({ code, name }) => ({ code, name: bilingual(name) }));
}

/** The counties of a province by city; those of Nanping with their townships, since that is where things are bought in bulk. */
export function findDeliveryRegions(provinceCode: string): RegionGroup[] {
  const province = provinces.find(({ code }) => code === provinceCode);
  return (province?.cities ?? []).flatMap((city): RegionGroup[] =>
    city.code === NANPING
      ? counties.map((county) => ({
          name: county.name,
          regions: [
            { code: county.code, name: county.name, whole: true },
            ...county.townships.map(({ code, name }) => ({ code, name, whole: false })),
          ],
        }))
      : [
          {
            name: bilingual(city.name),
            regions: city.counties.map(({ code, name }) => ({ code, name: bilingual(name), whole: false })),
          },
        ],
  );
}
