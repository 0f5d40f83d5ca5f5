import { fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { markRefunded, type Payment } from '#server/payments/index.ts';
import { announce, type Tx } from '#server/platform/index.ts';
import { accounts } from './accounts.ts';

/**
 * Sends back money that came for goods no longer there, or for an order paid or taken back already: booked in and booked
 * out, so that the books show both, and announced, so that the buyer is told.
 */
export async function refundUnappliable(
  tx: Tx,
  order: { id: string; number: string; state: string },
  payment: Payment,
): Promise<void> {
  const { amount } = payment;
  const clearing = accounts.clearing(payment.provider);
  const credit = accounts.buyerCredit(order.id);
  const received = [
    { account: clearing, amount, detail: payment.id },
    { account: credit, amount: fen(-amount), detail: payment.id },
  ];
  await postEntry(tx, { key: `received:${payment.id}`, kind: 'unappliable', reference: order.id, postings: received });
  const returned = received.map((posting) => ({ ...posting, amount: fen(-posting.amount) }));
  await postEntry(tx, { key: `refund:${payment.id}`, kind: 'refund', reference: order.id, postings: returned });
  await markRefunded(tx, payment);
  await announce(tx, {
    topic: 'payment.refunded',
    key: payment.id,
    payload: { orderId: order.id, number: order.number, amount, because: order.state },
  });
}
