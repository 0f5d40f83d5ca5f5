import type { AccountRef } from '#server/ledger/index.ts';
import { paymentAccounts } from '#server/payments/index.ts';

/** The trade's accounts in the ledger. A balance below zero is what we owe to whom the account belongs. */
export const accounts = {
  ...paymentAccounts,
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
  /** What a funder owes for the discounts it promised: the platform itself, or an organization by its id. */
  promotion: (funder: string): AccountRef => ({
    code: `promotion:${funder}`,
    kind: 'promotion',
    ownerId: funder === 'platform' ? null : funder,
  }),
} as const;
