import { DomainError } from '#server/kernel/errors.ts';
import { isUuid } from '#server/kernel/ids.ts';
import { authorize, type Ctx, rowOf, sql } from '#server/platform/index.ts';
import type { TransferView } from './contract.ts';

type Row = Omit<TransferView, 'state' | 'missing' | 'held'> & { paymentState: string; orderState: string };

/** What a buyer needs to send a transfer, and how much of it has come. Known only to who holds the payment's id. */
export async function getTransfer(ctx: Ctx, paymentId: string): Promise<TransferView> {
  authorize(ctx, 'orders.pay');
  const row = isUuid(paymentId)
    ? await rowOf<Row>(
        ctx,
        sql`select payment.id as "paymentId", remittance.code, trade_order.number, trade_order.access_key as "accessKey",
              payment.amount_fen as amount, remittance.received_fen as received,
              trade_order.hold_expires_at as "holdExpiresAt", payment.state as "paymentState", trade_order.state as "orderState"
            from remittance join payment on payment.id = remittance.payment_id
            join trade_order on trade_order.id = payment.order_id where payment.id = ${paymentId}`,
      )
    : null;
  if (!row) throw new DomainError('not-found', 'payments.unknown');
  const { paymentState, orderState, ...view } = row;
  return {
    ...view,
    missing: Math.max(0, view.amount - view.received),
    held: orderState === 'placed',
    state: stateOf(paymentState, orderState, view.received),
  };
}

function stateOf(payment: string, order: string, received: number): TransferView['state'] {
  if (payment === 'refunded') return 'refunded';
  if (payment === 'succeeded') return 'paid';
  if (order === 'cancelled' || order === 'paid' || order === 'completed') return 'over';
  return received > 0 ? 'part' : 'waiting';
}
