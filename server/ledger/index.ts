export { ledgerProofs } from './ledger.proofs.ts';
export { type AccountRef, type EntryInput, type PostingInput, postEntry } from './post-entry.ts';
