import { pinyin } from 'pinyin-pro';
import type { LocalizedText } from '#server/kernel/text.ts';

const ENDINGS: readonly [ending: string, english: string][] = [
  ['特别行政区', 'Special Administrative Region'],
  ['自治区', 'Autonomous Region'],
  ['省', 'Province'],
  ['市', 'City'],
  ['区', 'District'],
  ['县', 'County'],
];
/** Provinces whose English name is not their pinyin, or that would be written like another. */
const known = new Map<string, LocalizedText>(
  Object.entries({
    陕西省: 'Shaanxi Province',
    内蒙古自治区: 'Inner Mongolia',
    广西壮族自治区: 'Guangxi',
    宁夏回族自治区: 'Ningxia',
    新疆维吾尔自治区: 'Xinjiang',
    西藏自治区: 'Xizang',
    香港特别行政区: 'Hong Kong',
    澳门特别行政区: 'Macao',
    北京市: 'Beijing',
    上海市: 'Shanghai',
    天津市: 'Tianjin',
    重庆市: 'Chongqing',
  }).map(([name, en]) => [name, { 'zh-CN': name, en }]),
);

/** The name of a place outside the prefecture with its pinyin, for who cannot read Chinese: 新罗区, Xinluo District. */
export function bilingual(name: string): LocalizedText {
  const found = known.get(name);
  if (found) return found;
  const [ending, english] = ENDINGS.find(([last]) => name.endsWith(last) && name.length > 2) ?? ['', ''];
  const proper = pinyin(name.slice(0, name.length - ending.length), { toneType: 'none', type: 'array' }).join('');
  const en = `${proper.charAt(0).toUpperCase()}${proper.slice(1)} ${english}`.trim();
  const text = { 'zh-CN': name, en };
  known.set(name, text);
  return text;
}
