export { findHouseholdSales } from './find-household-sales.ts';
export { getHouseholdLedger } from './get-household-ledger.ts';
