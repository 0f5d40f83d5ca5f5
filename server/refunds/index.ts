export { type BookedRefund, type BookRefund, bookRefund, type RefundKind } from './book-refund.ts';
export { freightLeft, type LineLeft, linesLeft } from './line-money.ts';
export { type Bearer, type LineMoney, lessRefund, splitRefund } from './split-refund.ts';
export type { GoodsBack, RefundLine } from './unwind-line.ts';
