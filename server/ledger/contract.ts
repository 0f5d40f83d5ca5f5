import type { Fen } from '#server/kernel/money.ts';

/** One kind of account over a span. Debit and credit are both told as positive; closing = opening + debit − credit. */
export type BalanceRow = { kind: string; opening: Fen; debit: Fen; credit: Fen; closing: Fen; postings: number };

export type TrialBalance = { rows: BalanceRow[]; sums: Pick<BalanceRow, 'opening' | 'debit' | 'credit' | 'closing'> };

/** A closed month with the trial balance that was kept of it. */
export type PeriodView = { month: string; closedAt: string; by: string | null; hash: string; balance: BalanceRow[] };

/** From an instant until before another. */
export type Span = { from: Date; until: Date };

/** One account over a span, told as a kind of account is. */
export type AccountBalance = { code: string; ownerId: string | null } & BalanceRow;

export type AccountsView = {
  kind: string;
  page: number;
  pages: number;
  /** Of all the accounts of the kind, not only of this page. */
  sums: TrialBalance['sums'];
  rows: AccountBalance[];
};

/** One amount on an account, and the entry it is a part of. */
export type BookedPosting = { id: number; amount: Fen; entryId: string; kind: string; at: string; reference: string };

export type AccountView = AccountBalance & { page: number; pages: number; rows: BookedPosting[] };

export type EntryHead = {
  id: string;
  key: string;
  kind: string;
  at: string;
  reference: string;
  by: string | null;
  /** The key of the entry it is the reverse of. */
  reverses: string | null;
  postings: number;
  debit: Fen;
  /** Zero, or the books are broken. */
  sum: Fen;
};
