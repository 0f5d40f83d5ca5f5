import { useT, useText } from '#app/i18n/index.tsx';
import type { PostingView } from '#server/settlement/contract.ts';

/** What kind of entry it is, in words; a kind of a later day is "other". */
export function useKind(): (kind: string) => string {
  const t = useT();
  return (kind) => {
    const key = `books.kind.${kind}`;
    return t.has(key) ? t(key) : t('books.kind.other');
  };
}

/** What an account is called, and whose it is. */
export function useAccount(): (account: PostingView['account']) => string {
  const t = useT();
  const text = useText();
  return ({ kind, code, owner }) => {
    const key = `books.account.${kind}`;
    const [, word = code] = code.split(':');
    const provider = `moneyBack.providers.${word}`;
    const name = owner ? text(owner.name) : kind === 'clearing' && t.has(provider) ? t(provider) : word;
    return t.has(key) ? t(key, { name }) : t('books.account.other', { name: code });
  };
}
