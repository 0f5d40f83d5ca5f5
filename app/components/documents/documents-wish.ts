import { type DocumentKind, documentKinds } from '#server/documents/contract.ts';

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;
const SEARCH_MAX = 40;

export type DocumentsAsked = { kind: DocumentKind | null; month: string | null; search: string };

/** Which papers an address asks for; what is no kind or no month asks for all. */
export function wishIn(params: URLSearchParams): DocumentsAsked {
  const month = params.get('month') ?? '';
  const search = (params.get('search') ?? '')
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
  return {
    kind: documentKinds.find((kind) => kind === params.get('kind')) ?? null,
    month: MONTH.test(month) ? month : null,
    search: [...search].slice(0, SEARCH_MAX).join(''),
  };
}

/** The same wish as an address, with some of it changed. */
export function hrefOf(path: string, wish: DocumentsAsked, changes: Partial<DocumentsAsked & { page: number }> = {}) {
  const { kind, month, search, page } = { ...wish, page: 1, ...changes };
  const params = new URLSearchParams();
  if (kind) params.set('kind', kind);
  if (month) params.set('month', month);
  if (search !== '') params.set('search', search);
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? path : `${path}?${params}`;
}
