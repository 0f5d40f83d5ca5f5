import { createContext, type ReactNode, useContext } from 'react';
import { inLanguage, type Language, type LocalizedText } from '#server/kernel/text.ts';
import { type Translator, translatorFor } from './translator.ts';

export * from './format.ts';
export { type MessageKey, type MessageValues, type Translated, type Translator, translatorFor } from './translator.ts';

const LanguageContext = createContext<Language>('zh-CN');

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** The reader's language. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** `t('orders.cancel.title', { number })` in the reader's language. */
export function useT(): Translator {
  return translatorFor(useContext(LanguageContext));
}

/** What somebody typed (a product's name), in the reader's language where it exists. */
export function useText(): (text: LocalizedText) => string {
  const language = useContext(LanguageContext);
  return (text) => inLanguage(text, language);
}
