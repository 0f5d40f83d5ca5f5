import type { AccountRef } from '#server/ledger/index.ts';
import { BANK_TRANSFER, paymentAccounts } from '#server/payments/index.ts';

/** What is in our bank account, what of it came under codes and is not yet a sale, and what is over and a buyer's. */
export const bankAccounts = {
  platform: (): AccountRef => ({ code: 'bank:platform', kind: 'bank', ownerId: null }),
  clearing: (): AccountRef => paymentAccounts.clearing(BANK_TRANSFER),
  credit: (creditId: string): AccountRef => ({
    code: `bank-credit:${creditId}`,
    kind: 'bank-credit',
    ownerId: creditId,
  }),
} as const;
