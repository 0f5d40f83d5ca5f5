import type { Fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

export type HouseholdSalesRow = {
  code: string;
  name: string;
  village: LocalizedText;
  county: LocalizedText;
  orders: number;
  /** What the ledger owes the household for paid sales, and what its allocations say; the audit proves them equal. */
  earned: Fen;
};

export type HouseholdSalesView = {
  from: string;
  to: string;
  page: number;
  pages: number;
  households: number;
  total: Fen;
  rows: HouseholdSalesRow[];
};

/** Every posting behind one household's figure. */
export type HouseholdLedgerView = {
  household: { code: string; name: string; village: LocalizedText };
  balance: Fen;
  page: number;
  pages: number;
  entries: {
    at: string;
    kind: string;
    reference: string;
    orderNumber: string | null;
    product: LocalizedText | null;
    lotCode: string | null;
    quantity: number | null;
    baseUnit: string | null;
    agreedPrice: Fen | null;
    amount: Fen;
  }[];
};
