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

/** Raised when what products are found by changes; the worker then makes the search text of older ones anew. */
export const SEARCH_EDITION = 2;

/** What a product is found by. `names` tell more than `others`: a bowl for tea is not tea. */
export type SearchText = { words: string; names: string[]; others: string[] };

/** Makes the search text of a product's names and of what else is said of it: kind, place, seller. */
export function searchTextOf(names: readonly string[], others: readonly string[]): SearchText {
  const [called, around] = [tokensOf(names), tokensOf(others)];
  const latin = [...called, ...around].filter((token) => !HAN.test(token));
  return {
    words: [...names, ...others, ...latin].join(' ').toLowerCase(),
    names: [...called],
    others: [...around].filter((token) => !called.has(token)),
  };
}

/** The search column of a text: names weigh most. */
export function searchVector({ names, others }: SearchText): RawBuilder<unknown> {
  const short = (tokens: string[]) => tokens.map((token) => token.slice(0, 200));
  return sql`setweight(array_to_tsvector(${short(names)}::text[]), 'A')
    || setweight(array_to_tsvector(${short(others)}::text[]), 'C')`;
}

/** What somebody typed, as a condition on `product` and as an order of what fits: best first. */
export type SearchQuery = { fits: RawBuilder<unknown>; closeness: RawBuilder<unknown> };

/** Every word typed begins a word of the product, or what was typed is close to something it says. Null when nothing was. */
export function searchQuery(typed: string): SearchQuery | null {
  const text = typed.toLowerCase().slice(0, 100);
  const terms = termsOf(text).slice(0, QUERY_WORDS_MAX);
  if (terms.length === 0) return null;
  const query = sql`to_tsquery('simple', ${terms.map((term) => `'${term.replaceAll("'", '')}':*`).join(' & ')})`;
  return {
    fits: sql`(product.search @@ ${query} or ${text} <% product.search_words)`,
    closeness: sql`ts_rank(product.search, ${query}) desc, word_similarity(${text}, product.search_words) desc`,
  };
}

/** Words as Chinese is cut, pairs of characters, pinyin, initials. */
function tokensOf(texts: readonly string[]): Set<string> {
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
  return tokens;
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
