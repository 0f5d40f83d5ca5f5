/** A name people type, in the languages they typed it. Chinese is always there. */
export type LocalizedText = { 'zh-CN': string; en?: string | undefined };
export type Language = 'zh-CN' | 'en';
export const languages: readonly Language[] = ['zh-CN', 'en'];

/** The text in a language, in Chinese where that language is missing. */
export function inLanguage(text: LocalizedText, language: Language): string {
  return text[language] ?? text['zh-CN'];
}
