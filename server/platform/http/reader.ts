import type { Language } from '#server/kernel/text.ts';

export type Theme = 'light' | 'dark' | null;

/** The value of a cookie, as it was set; a name of ours, so no escaping is needed. */
export function cookieValue(header: string | null | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}

/** The language a reader chose, else Chinese. */
export function languageOf(cookies: string | null | undefined): Language {
  return cookieValue(cookies, 'lang') === 'en' ? 'en' : 'zh-CN';
}

/** The colours a reader chose; null follows the device. */
export function themeOf(cookies: string | null | undefined): Theme {
  const theme = cookieValue(cookies, 'theme');
  return theme === 'light' || theme === 'dark' ? theme : null;
}

/** The language a program asks for, by `lang` in the address or as `Accept-Language: en;q=0.8, zh`; else Chinese. */
export function languageAsked(target: string | undefined, accepted: string | null | undefined): Language {
  const [, named] = /[?&]lang=(zh-CN|en)(?:[&#]|$)/.exec(target ?? '') ?? [];
  if (named === 'zh-CN' || named === 'en') return named;
  const wishes = (accepted ?? '').slice(0, 200).split(',').flatMap(wishOf);
  return wishes.sort((a, b) => b.weight - a.weight)[0]?.language ?? 'zh-CN';
}

function wishOf(text: string): { language: Language; weight: number }[] {
  const [tag = '', quality = 'q=1'] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/);
  const weight = Number(quality.replace('q=', ''));
  const language = /^en\b/.test(tag) ? 'en' : /^zh\b/.test(tag) ? 'zh-CN' : null;
  return language && weight > 0 ? [{ language, weight }] : [];
}
