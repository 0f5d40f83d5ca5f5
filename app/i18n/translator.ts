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

/** The server registers every language, the browser only the reader's: nobody loads sentences he does not read. */
export function registerMessages(language: Language, messages: Messages): void {
  const translate = createTranslator({
    locale: language,
    messages: messages as unknown as Record<string, never>,
    timeZone: 'Asia/Shanghai',
    // The reader sees the key; a test run fails on console.error.
    onError: (error) => console.error(error),
  }) as unknown as Translator;
  translators.set(language, translate);
}

/** One translator per language and process, so that parsed sentences are kept between requests. */
export function translatorFor(language: Language): Translator {
  const translator = translators.get(language);
  if (!translator) throw new Error(`no messages registered for ${language}`);
  return translator;
}
