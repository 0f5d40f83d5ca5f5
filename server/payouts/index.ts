export { approvePayout, rejectPayout } from './approve-payout.ts';
export { assemblePayout, assembleRest, continuePayouts, openRun } from './assemble-payout.ts';
export { correctCard } from './correct-card.ts';
export { exportBankFile, handToBank, readBankFile } from './export-bank-file.ts';
export { findPayouts, getPayable, getPayout, getPayoutId } from './find-payouts.ts';
export { findSettlementWaiting } from './find-waiting.ts';
export { importBankResults } from './import-results.ts';
export { getCashPhoto, handOverCash, payInCash } from './pay-in-cash.ts';
export { payoutsProofs } from './payouts.proofs.ts';
