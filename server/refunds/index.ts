export { type BookedRefund, type BookRefund, bookRefund, type RefundKind } from './book-refund.ts';
export { cancelPaid } from './cancel-paid.ts';
export { changeDelivery } from './change-delivery.ts';
export { findOrderRefunds } from './find-order-refunds.ts';
export { getOrderChanges } from './get-order-changes.ts';
export { freightLeft, type LineLeft, linesLeft } from './line-money.ts';
export { type Bearer, type LineMoney, lessRefund, splitRefund } from './split-refund.ts';
export { takeFewer } from './take-fewer.ts';
export type { GoodsBack, RefundLine } from './unwind-line.ts';
