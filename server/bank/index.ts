export { bankProofs } from './bank.proofs.ts';
export { completeTransfers } from './complete-transfers.ts';
export {
  findCredits,
  findParts,
  findRefundsByHand,
  findWaitingLines,
  getBankDesk,
} from './find-bank.ts';
export { findCashRefunds, getCashOrder, ownCounter } from './find-cash.ts';
export { getCashRefund, getCredit, getPart, getRefundByHand, getWaitingLine } from './get-bank.ts';
export { getStatement } from './get-statement.ts';
export { getTransfer } from './get-transfer.ts';
export { type Imported, importStatement } from './import-statement.ts';
export { creditLine, matchLine } from './match-line.ts';
export { releasePart } from './release-part.ts';
export { handBackCash, sendRefundByHand } from './send-refund-by-hand.ts';
export { discardStatement, mapStatement, uploadStatement } from './statements.ts';
export { takeCash } from './take-cash.ts';
export { applyCredit, sendCredit } from './use-credit.ts';
