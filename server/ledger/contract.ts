import type { Fen } from '#server/kernel/money.ts';

/** One kind of account over a span. Debit and credit are both told as positive; closing = opening + debit − credit. */
export type BalanceRow = { kind: string; opening: Fen; debit: Fen; credit: Fen; closing: Fen; postings: number };

export type TrialBalance = { rows: BalanceRow[]; sums: Pick<BalanceRow, 'opening' | 'debit' | 'credit' | 'closing'> };

/** A closed month with the trial balance that was kept of it. */
export type PeriodView = { month: string; closedAt: string; by: string | null; hash: string; balance: BalanceRow[] };
