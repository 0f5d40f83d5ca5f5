import type { Translator } from '#app/i18n/translator.ts';

/** A refusal as it comes from the server: `stock.not-enough` and what it speaks of. */
export type RefusalOf = { code: string; params?: Record<string, string | number> };

/** The sentence for a refusal, or a plain one when the code has none. */
export function explainRefusal(t: Translator, { code, params }: RefusalOf): string {
  const key = `errors.${code}`;
  return t.has(key) ? t(key, params ?? {}) : t('errors.unknown');
}

/** The sentence for a form error written as a key with its values in query form: `form.too-short?min=3`. */
export function explainError(t: Translator, error: string): string {
  const [code = '', query = ''] = error.split('?');
  const key = `errors.${code}`;
  return t.has(key) ? t(key, valuesOf(query)) : error;
}

function valuesOf(query: string): Record<string, string | number> {
  const entries = [...new URLSearchParams(query)];
  return Object.fromEntries(entries.map(([name, value]) => [name, /^-?\d+$/.test(value) ? Number(value) : value]));
}
