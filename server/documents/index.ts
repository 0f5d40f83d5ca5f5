export { documentsProofs } from './documents.proofs.ts';
export { type DocumentsWish, findDocuments, findOrderPapers, listDocuments } from './find-documents.ts';
export type { Issued } from './insert-document.ts';
export { issueCreditNote } from './issue-credit-note.ts';
export { issueDeliveryNotes } from './issue-delivery-notes.ts';
export { issueOrderConfirmations } from './issue-order-confirmations.ts';
export { requestInvoice } from './request-invoice.ts';
export { type SetTaxRate, setTaxRate } from './tax-rules.ts';
