import type { Language } from '#server/kernel/text.ts';
import type { NoticeFacts, NoticeKind } from '../kinds.ts';
import { english } from './en.ts';
import type { Said, Words } from './said.ts';
import { chinese } from './zh-cn.ts';

/** The words of notices stand here and not with those of the pages, because the worker says them too. */
export const wordsIn: Record<Language, Words> = { 'zh-CN': chinese, en: english };

export type { Said } from './said.ts';

/** A notice in a language. */
export function say<Kind extends NoticeKind>(language: Language, kind: Kind, facts: NoticeFacts[Kind]): Said {
  return wordsIn[language].notices[kind](facts);
}
