import type { MetaDescriptor } from '@remix-run/node';
import { type Translator, translatorFor } from '#app/i18n/translator.ts';
import { inLanguage, type Language, type LocalizedText } from '#server/kernel/text.ts';

type Match = { id: string; data?: unknown };
type Words = { t: Translator; text: (text: LocalizedText) => string };

/** The title and description of a page the whole world may find, in the reader's language, for a route's `meta`. */
export function publicMeta(
  matches: readonly (Match | undefined)[],
  say: (words: Words) => { title: string; description: string; hidden?: boolean },
): MetaDescriptor[] {
  const shell = matches.find((match) => match?.id === 'root')?.data as { language?: Language } | undefined;
  const language = shell?.language ?? 'zh-CN';
  const t = translatorFor(language);
  const { title, description, hidden } = say({ t, text: (text) => inLanguage(text, language) });
  return [
    { title },
    { name: 'description', content: description },
    ...(hidden ? [{ name: 'robots', content: 'noindex' }] : []),
  ];
}
