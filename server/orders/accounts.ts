import type { AccountRef } from '#server/ledger/index.ts';

/** The trade's accounts in the ledger. A balance below zero is what we owe to whom the account belongs. */
export const accounts = {
  /** What a payment provider has taken in for us and not yet handed over. */
  clearing: (provider: string): AccountRef => ({ code: `clearing:${provider}`, kind: 'clearing', ownerId: provider }),
  /** Earned by a paid sale, not yet payable. */
  householdEarned: (householdId: string): AccountRef => ({
    code: `household-earned:${householdId}`,
    kind: 'household-earned',
    ownerId: householdId,
  }),
  sellerEarned: (organizationId: string): AccountRef => ({
    code: `seller-earned:${organizationId}`,
    kind: 'seller-earned',
    ownerId: organizationId,
  }),
  /** Boxes, jars and hands: to who packed. */
  packing: (organizationId: string): AccountRef => ({
    code: `packing:${organizationId}`,
    kind: 'packing',
    ownerId: organizationId,
  }),
  /** Freight the buyer paid, for the carrier the seller uses. */
  freight: (organizationId: string): AccountRef => ({
    code: `freight:${organizationId}`,
    kind: 'freight',
    ownerId: organizationId,
  }),
  platformFee: (): AccountRef => ({ code: 'platform-fee', kind: 'platform-fee', ownerId: null }),
  /** Money that came in for an order that cannot be filled, until it has gone back. */
  buyerCredit: (orderId: string): AccountRef => ({
    code: `buyer-credit:${orderId}`,
    kind: 'buyer-credit',
    ownerId: orderId,
  }),
} as const;
