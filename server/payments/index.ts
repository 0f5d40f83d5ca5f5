export { type PaymentState, paymentMachine } from './payment.machine.ts';
export { paymentsProofs } from './payments.proofs.ts';
export {
  findLatestPayment,
  findUnapplied,
  getPayment,
  lockPayment,
  markApplied,
  markRefunded,
  openPayment,
  type Payment,
  type PaymentEvent,
  recordPaymentEvent,
} from './payments.ts';
