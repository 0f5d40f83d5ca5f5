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
