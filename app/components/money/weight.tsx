import { formatWeight, useLanguage } from '#app/i18n/index.tsx';

/** `1 斤 (500 g)`; in English `500 g`. */
export function Weight({ grams }: { grams: number }) {
  return <>{formatWeight(grams, useLanguage())}</>;
}
