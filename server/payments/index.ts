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
export { paymentMachine, type PaymentState } from './payment.machine.ts';
export { paymentsProofs } from './payments.proofs.ts';
