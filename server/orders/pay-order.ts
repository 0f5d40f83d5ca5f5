import { DomainError } from '#server/kernel/errors.ts';
import { getPayment, openPayment, type Payment } from '#server/payments/index.ts';
import { authorize, type Ctx, rowOf, sql, transact } from '#server/platform/index.ts';
import type { OrderState } from './contract.ts';
import { mayRead, type OrderReader } from './order-access.ts';

type PayableOrder = {
  id: string;
  number: string;
  state: OrderState;
  total_fen: number;
  access_key: string;
  buyer_user_id: string | null;
};

/**
 * Opens a try to pay an order with a provider; an unfinished try with the same provider is taken up again. Refuses an
 * order that is paid or cancelled; a lapsed one may be tried, its goods are looked for again when the money comes.
 */
export async function startPayment(ctx: Ctx, number: string, reader: OrderReader, provider: string): Promise<Payment> {
  authorize(ctx, 'orders.pay');
  return transact(ctx, async (tx) => {
    const order = await rowOf<PayableOrder>(
      tx,
      sql`select id, number, state, total_fen, access_key, buyer_user_id from trade_order
          where number = ${number} for update`,
    );
    if (!order || !mayRead(ctx, order, reader)) throw new DomainError('not-found', 'orders.unknown');
    if (order.state !== 'placed' && order.state !== 'lapsed') {
      throw new DomainError('conflict', 'orders.not-payable', { state: order.state });
    }
    const open = await rowOf<{ id: string }>(
      tx,
      sql`select id from payment where order_id = ${order.id} and provider = ${provider} and state = 'started'
          order by created_at desc limit 1`,
    );
    return open ? getPayment(tx, open.id) : openPayment(tx, order.id, provider, order.total_fen as Payment['amount']);
  });
}

/** Where a payment leads back to: the order's number and the key that opens it. Known only to who holds the payment's id. */
export async function getPaymentReturn(
  ctx: Ctx,
  paymentId: string,
): Promise<Payment & { number: string; accessKey: string; payable: boolean }> {
  authorize(ctx, 'orders.pay');
  const payment = await getPayment(ctx, paymentId);
  const order = await rowOf<{ number: string; access_key: string; state: OrderState }>(
    ctx,
    sql`select number, access_key, state from trade_order where id = ${payment.orderId}`,
  );
  if (!order) throw new DomainError('not-found', 'orders.unknown');
  const payable = order.state === 'placed' || order.state === 'lapsed';
  return { ...payment, number: order.number, accessKey: order.access_key, payable };
}
