import type { NoticeFacts, NoticeKind } from '../kinds.ts';

/** A notice in words: the line over it, and what it says in a sentence or two. A text carries the second alone. */
export type Said = { title: string; words: string };

/** The words of one language. A kind without words does not compile. */
export type Words = {
  notices: { readonly [Kind in NoticeKind]: (facts: NoticeFacts[Kind]) => Said };
  sms(words: string, link: string | null): string;
  mail(said: Said, link: string | null, isDigest: boolean): string;
};
