import type { AccountRef } from '#server/ledger/index.ts';
import { accounts as trade } from '#server/orders/index.ts';

/** The accounts of household money on its way. A balance below zero is what we owe to whom the account belongs. */
export const accounts = {
  householdEarned: trade.householdEarned,
  sellerEarned: trade.sellerEarned,
  /** Nobody can claim it back any more: to be stated and paid. */
  householdPayable: (householdId: string): AccountRef => ({
    code: `household-payable:${householdId}`,
    kind: 'household-payable',
    ownerId: householdId,
  }),
  /** In an approved payout, until the bank has said what became of it. */
  householdPaying: (householdId: string): AccountRef => ({
    code: `household-paying:${householdId}`,
    kind: 'household-paying',
    ownerId: householdId,
  }),
  /** The account at the bank from which a payer pays: the platform, or an organization by its id. */
  bank: (payer: string): AccountRef => ({ code: `bank:${payer}`, kind: 'bank', ownerId: ownerOf(payer) }),
  cash: (payer: string): AccountRef => ({ code: `cash:${payer}`, kind: 'cash', ownerId: ownerOf(payer) }),
  /** What households owed an organization for seed or packing and it was given out of their money. */
  deductions: (organizationId: string): AccountRef => ({
    code: `deductions:${organizationId}`,
    kind: 'deductions',
    ownerId: organizationId,
  }),
  /** Money set aside to pay households early. */
  revolvingFund: (): AccountRef => ({ code: 'revolving-fund', kind: 'revolving-fund', ownerId: null }),
  /** What the platform bears where a statement was corrected and no seller is to blame. */
  settlementAdjustment: (): AccountRef => ({
    code: 'settlement-adjustment',
    kind: 'settlement-adjustment',
    ownerId: null,
  }),
} as const;

function ownerOf(payer: string): string | null {
  return payer === 'platform' ? null : payer;
}
