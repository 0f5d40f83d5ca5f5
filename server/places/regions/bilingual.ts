import { pinyin } from 'pinyin-pro';
import type { LocalizedText } from '#server/kernel/text.ts';

const ENDINGS: readonly [ending: string, english: string][] = [
  ['省', 'Province'],
  ['市', 'City'],
  ['区', 'District'],
  ['县', 'County'],
];
const known = new Map<string, LocalizedText>();

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
