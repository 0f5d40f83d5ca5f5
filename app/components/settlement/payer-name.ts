import { useT, useText } from '#app/i18n/index.tsx';
import type { LocalizedText } from '#server/kernel/text.ts';

/** Who pays: the platform, or an organization by its name. */
export function usePayer(): (payer: { code: string; name: LocalizedText | null }) => string {
  const t = useT();
  const text = useText();
  return ({ name }) => (name ? text(name) : t('settlement.platform'));
}
