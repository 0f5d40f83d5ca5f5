import type { LocalizedText } from '#server/kernel/text.ts';
import { bilingual } from './regions/bilingual.ts';
import { findDeliveryCounty } from './regions/china.ts';
import { countyOf, findTownship, nanping } from './regions/nanping.ts';

export type DeliveryRegion = { code: string; name: LocalizedText };

/** The place a parcel goes to, written out from the province down: a county anywhere, or a township of Nanping. Null for a code that is neither. */
export function deliveryRegion(code: string): DeliveryRegion | null {
  const found = findDeliveryCounty(code.slice(0, 6));
  if (!found) return null;
  const names = [found.province.name, found.city.name, found.county.name].filter(
    (name) => name !== '市辖区' && name !== '县',
  );
  const path = names.join('');
  const englishPath = names
    .map((name) => bilingual(name).en)
    .reverse()
    .join(', ');
  if (code.length === 6) return { code, name: { 'zh-CN': path, en: englishPath } };
  const township = findTownship(code);
  if (!township) return null;
  const county = countyOf(code);
  const english = [township.name.en, county?.name.en, nanping.name.en, 'Fujian'].filter(Boolean).join(', ');
  return { code, name: { 'zh-CN': `${path}${township.name['zh-CN']}`, en: english } };
}
