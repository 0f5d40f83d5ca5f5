import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { pinyin } from 'pinyin-pro';
import { type RawBuilder, sql } from '#server/platform/index.ts';

const QUERY_WORDS_MAX = 12;
const HAN = /\p{Script=Han}/u;

let cutter: Jieba | undefined;

/** The dictionary takes most of a second to load, so only a process that searches loads it, and once. */
function cut(text: string): string[] {
  cutter ??= Jieba.withDict(dict);
  return cutter.cutForSearch(text, true);
}

/** What a product is found by: its words as Chinese is cut, their pinyin and initials, and its English. */
export type SearchText = { words: string; tokens: string[] };

/** Makes the search text of everything that is said of a product, most telling first. */
export function searchTextOf(texts: readonly string[]): SearchText {
  const tokens = new Set<string>();
  for (const text of texts) {
    for (const pair of pairsOf(text)) tokens.add(pair);
    for (const word of wordsOf(text)) {
      tokens.add(word);
      if (!HAN.test(word)) continue;
      const syllables = pinyin(word, { toneType: 'none', type: 'array' }).map((syllable) => syllable.toLowerCase());
      tokens.add(syllables.join(''));
      if (syllables.length > 1) tokens.add(syllables.map((syllable) => syllable[0] ?? '').join(''));
    }
  }
  return {
    words: [...texts.map((text) => text.toLowerCase()), ...[...tokens].filter((token) => !HAN.test(token))].join(' '),
    tokens: [...tokens],
  };
}

/** A condition on `product`: every word typed begins a word of it, or what was typed is close to something it says. */
export function searchQuery(typed: string): RawBuilder<unknown> {
  const text = typed.toLowerCase().slice(0, 100);
  const terms = termsOf(text).slice(0, QUERY_WORDS_MAX);
  if (terms.length === 0) return sql`false`;
  const query = terms.map((term) => `'${term.replaceAll("'", '')}':*`).join(' & ');
  return sql`(product.search @@ to_tsquery('simple', ${query}) or ${text} <% product.search_words)`;
}

/**
 * What is looked for: Chinese by pairs of neighbouring characters, since a dictionary cuts 土鸡 out of what was typed and
 * 土 + 鸡蛋 out of a name; anything else by its words.
 */
function termsOf(typed: string): string[] {
  const others = wordsOf(typed.replace(new RegExp(HAN, 'gu'), ' '));
  return [...pairsOf(typed), ...others];
}

/** 顺昌蜜 → 顺昌, 昌蜜; a character standing alone is itself. */
function pairsOf(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  return [
    ...new Set(
      runs.flatMap((run) => {
        const characters = [...run];
        return characters.length === 1
          ? characters
          : characters.slice(1).map((next, index) => `${characters[index]}${next}`);
      }),
    ),
  ];
}

/** Letters, digits and Han only: nothing a text-search query could trip over. */
function wordsOf(text: string): string[] {
  const clean = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (clean === '') return [];
  const words = HAN.test(clean) ? cut(clean) : clean.split(' ');
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
}
