import type { MetaDescriptor } from '@remix-run/node';
import type { Language } from '#server/kernel/text.ts';
import { type MessageKey, translatorFor } from './i18n/translator.ts';

type Match = { id: string; data?: unknown };

/** The title of a page in the reader's language, for a route's `meta`. */
export function titleOf(matches: readonly (Match | undefined)[], key: MessageKey): MetaDescriptor[] {
  const shell = matches.find((match) => match?.id === 'root')?.data as { language?: Language } | undefined;
  const t = translatorFor(shell?.language ?? 'zh-CN');
  return [{ title: t('shell.title', { page: t(key) }) }, { name: 'robots', content: 'noindex' }];
}
