export type { BalanceRow, PeriodView, TrialBalance } from './contract.ts';
export { findPeriods } from './find-periods.ts';
export { ledgerProofs } from './ledger.proofs.ts';
export { postEntries } from './post-entries.ts';
export { type AccountRef, type EntryInput, type PostingInput, postEntry } from './post-entry.ts';
export { sealPeriod } from './seal-period.ts';
export { getTrialBalance } from './trial-balance.ts';
