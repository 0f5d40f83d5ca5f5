/** A LocalizedText that is complete: a seed world is read in both languages. */
export type Bilingual = { 'zh-CN': string; en: string };

export function both(chinese: string, english: string): Bilingual {
  return { 'zh-CN': chinese, en: english };
}
