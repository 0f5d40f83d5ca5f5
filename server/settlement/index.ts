export { findHouseholdSales, listHouseholdSales } from './find-household-sales.ts';
export { findOfficeHouseholds } from './find-office-households.ts';
export { getBooksOverview } from './get-books-overview.ts';
export { getHouseholdLedger } from './get-household-ledger.ts';
export { getOrderEntries } from './get-order-entries.ts';
export { getSellerAccount } from './get-seller-account.ts';
export { findLedgerAccounts, getBalanceOfDays, getLedgerAccount, getLedgerEntry } from './read-ledger.ts';
