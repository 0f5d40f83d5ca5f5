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
