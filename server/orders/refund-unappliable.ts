import { fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { markApplied, owePaymentRefund, type Payment } from '#server/payments/index.ts';
import { announce, type Tx } from '#server/platform/index.ts';
import { accounts } from './accounts.ts';

/**
 * Owes back money that came for goods no longer there, or for an order paid or taken back already: booked in as the
 * buyer's, announced so that he is told, and sent by the provider that took it in.
 */
export async function refundUnappliable(
  tx: Tx,
  order: { id: string; number: string; state: string },
  payment: Payment,
): Promise<void> {
  const { amount } = payment;
  const postings = [
    { account: accounts.clearing(payment.provider), amount, detail: payment.id },
    { account: accounts.buyerCredit(order.id), amount: fen(-amount), detail: payment.id },
  ];
  await postEntry(tx, { key: `received:${payment.id}`, kind: 'unappliable', reference: order.id, postings });
  await markApplied(tx, payment);
  await owePaymentRefund(tx, { paymentId: payment.id, key: `unappliable:${payment.id}`, amount, because: order.state });
  await announce(tx, {
    topic: 'payment.refunded',
    key: payment.id,
    payload: { orderId: order.id, number: order.number, amount, because: order.state },
  });
}
