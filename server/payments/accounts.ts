import type { AccountRef } from '#server/ledger/index.ts';

/** The accounts of money on its way in and back. A balance below zero is what we owe to whom the account belongs. */
export const paymentAccounts = {
  /** What a payment provider has taken in for us and not yet handed over. */
  clearing: (provider: string): AccountRef => ({ code: `clearing:${provider}`, kind: 'clearing', ownerId: provider }),
  /** Money a buyer is to have back: of an order that could not be filled, or of a refund, until it has left. */
  buyerCredit: (orderId: string): AccountRef => ({
    code: `buyer-credit:${orderId}`,
    kind: 'buyer-credit',
    ownerId: orderId,
  }),
} as const;
