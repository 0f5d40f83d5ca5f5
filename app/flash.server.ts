import type { Language } from '#server/kernel/text.ts';
import { cookieValue } from '#server/platform/http/reader.ts';
import type { Flash } from './components/shell/toast.tsx';
import { translatorFor } from './i18n/translator.ts';

/** What a flash is before it is read: a key of our sentences and its values. */
export type Kept = { tone: Flash['tone']; key: string; params: Record<string, string | number> };

const FLASH_SECONDS = 60;
const FLASH_CHARACTERS_MAX = 1_000;

/** A sentence for the next page only. The cookie holds its key, so nobody can put words of his own on a page with it. */
export function flashCookie(kept: Kept): string {
  const value = Buffer.from(JSON.stringify(kept)).toString('base64url');
  return `flash=${value}; Path=/; Max-Age=${FLASH_SECONDS}; HttpOnly; SameSite=Lax`;
}

export const clearedFlash = 'flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax';

/** What has just been done, in the reader's language; null when nothing was, or the cookie is not one of ours. */
export function readFlash(request: Request, language: Language): Flash | null {
  const value = cookieValue(request.headers.get('cookie'), 'flash');
  if (!value || value.length > FLASH_CHARACTERS_MAX) return null;
  const kept = keptIn(value);
  const t = translatorFor(language);
  if (!kept || !t.has(kept.key)) return null;
  return { tone: kept.tone === 'problem' ? 'problem' : 'good', message: t(kept.key, kept.params) };
}

function keptIn(value: string): Kept | null {
  try {
    const kept = JSON.parse(Buffer.from(value, 'base64url').toString('utf8')) as Partial<Kept> | null;
    return kept && typeof kept.key === 'string' && typeof kept.params === 'object' ? (kept as Kept) : null;
  } catch {
    return null;
  }
}
