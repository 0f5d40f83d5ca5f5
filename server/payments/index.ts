export { paymentAccounts } from './accounts.ts';
export { BANK_TRANSFER, bankTransfer } from './bank-transfer.ts';
export { cash, cashOf } from './cash.ts';
export { type Dispute, recordDispute } from './disputes.ts';
export { owePaymentRefund } from './owe-refund.ts';
export { type PaymentState, paymentMachine } from './payment.machine.ts';
export { paymentsProofs } from './payments.proofs.ts';
export {
  findKeptPayment,
  findLatestPayment,
  findUnapplied,
  findUnheard,
  getPayment,
  keepOpened,
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
  type ProviderNews,
  type Providers,
  type RefundAnswer,
  type ReturnUrls,
  registerProviders,
  type SignedMessage,
  type WhereToPay,
} from './provider.ts';
export { providersOf } from './providers-of.ts';
export { type ReceivingAccount, receivingAccountOf } from './receiving-account.ts';
export {
  keepRefundPending,
  markRefundFailed,
  markRefundSent,
  type PaymentRefundState,
  paymentRefundMachine,
  sendRefundAnew,
} from './refund.moves.ts';
export { type CodesRead, drawRemittanceCode, isRemittanceCode, readRemittanceCodes } from './remittance-code.ts';
export { sandbox, sandboxOnly } from './sandbox.ts';
export { sendOwedRefunds } from './send-refunds.ts';
export { type StripeSettings, stripeProvider } from './stripe/stripe-provider.ts';
