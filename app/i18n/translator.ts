import { createTranslator } from 'use-intl/core';
import type { Language } from '#server/kernel/text.ts';
import type { messages as source } from './zh-CN/index.ts';

/** The shape of the Chinese sentences, with any words in them: a missing English sentence does not compile. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

type Leaf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaf<T[K]>}` }[keyof T & string];

export type Messages = Translated<typeof source>;
/** Every sentence there is, as `module.screen.thing`. */
export type MessageKey = Leaf<typeof source>;
export type MessageValues = Record<string, string | number | Date>;

export type Translator = {
  (key: MessageKey, values?: MessageValues): string;
  /** For keys that are only known when running, such as an error code. */
  has(key: string): key is MessageKey;
};

const translators = new Map<Language, Translator>();
const NAME = /\{(\w+)\}/;

/**
 * The server registers every language, the browser only the reader's: nobody loads sentences he does not read. Sentences
 * with at most plain names in them are put together here; the library's way to them was a twentieth of a rendered page.
 */
export function registerMessages(language: Language, messages: Messages): void {
  const translate = createTranslator({
    locale: language,
    messages: messages as unknown as Record<string, never>,
    timeZone: 'Asia/Shanghai',
    // The reader sees the key; a test run fails on console.error.
    onError: (error) => console.error(error),
  }) as unknown as Translator;
  const plain = plainSentences(messages as unknown as Tree);
  const translator = (key: MessageKey, values?: MessageValues) => {
    const parts = plain.get(key);
    if (!parts) return translate(key, values);
    if (parts.length === 1) return parts[0] ?? '';
    return parts.map((part, index) => (index % 2 === 0 ? part : filledIn(values?.[part], key, part))).join('');
  };
  translators.set(language, Object.assign(translator, { has: translate.has.bind(translate) }));
}

type Tree = { [key: string]: string | Tree };

/** Every sentence without plurals, choices or tags, by its whole key, cut into text and names by turns. */
function plainSentences(tree: Tree, prefix = '', found = new Map<string, string[]>()): Map<string, string[]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value !== 'string') plainSentences(value, `${prefix}${key}.`, found);
    else if (!/[{}<>']/.test(value.replace(new RegExp(NAME, 'g'), ''))) found.set(prefix + key, value.split(NAME));
  }
  return found;
}

/** The reader sees the bare name; a test run fails on console.error. */
function filledIn(value: MessageValues[string] | undefined, key: string, name: string): string {
  if (value !== undefined && !(value instanceof Date)) return String(value);
  console.error(new Error(`${key} needs ${name} as text or number`));
  return name;
}

/** One translator per language and process, so that parsed sentences are kept between requests. */
export function translatorFor(language: Language): Translator {
  const translator = translators.get(language);
  if (!translator) throw new Error(`no messages registered for ${language}`);
  return translator;
}
