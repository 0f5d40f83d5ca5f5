export { paymentAccounts } from './accounts.ts';
export { owePaymentRefund } from './owe-refund.ts';
export { type PaymentState, paymentMachine } from './payment.machine.ts';
export { paymentsProofs } from './payments.proofs.ts';
export {
  findKeptPayment,
  findLatestPayment,
  findUnapplied,
  getPayment,
  lockPayment,
  markApplied,
  openPayment,
  type Payment,
  type PaymentEvent,
  recordPaymentEvent,
} from './payments.ts';
export {
  type OwedRefund,
  offeredFor,
  type PayableFacts,
  type PaymentProvider,
  type PaymentToOpen,
  type Providers,
  type RefundAnswer,
  type ReturnUrls,
  registerProviders,
  type WhereToPay,
} from './provider.ts';
export { providersOf } from './providers-of.ts';
export {
  markRefundFailed,
  markRefundSent,
  type PaymentRefundState,
  paymentRefundMachine,
  sendRefundAnew,
} from './refund.moves.ts';
export { sandbox, sandboxOnly } from './sandbox.ts';
export { sendOwedRefunds } from './send-refunds.ts';
