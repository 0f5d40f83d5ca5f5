import { amount } from '#app/components/workspaces/amount.ts';
import { useT } from '#app/i18n/index.tsx';

/** A balance with the side it stands on; nothing stands on neither. */
export function useSide(): (balance: number) => string {
  const t = useT();
  return (balance) => {
    if (balance === 0) return amount(0);
    return t(balance > 0 ? 'ledger.inDebit' : 'ledger.inCredit', { amount: amount(Math.abs(balance)) });
  };
}

/** A kind may come from an address: anything may stand there. */
const isName = /^[a-z-]+$/;

/** What a kind of account is called; one of a later day goes by its own word. */
export function useKindOfAccount(): (kind: string) => string {
  const t = useT();
  return (kind) => {
    const key = `ledger.kinds.${kind}`;
    return isName.test(kind) && t.has(key) ? t(key) : kind;
  };
}
