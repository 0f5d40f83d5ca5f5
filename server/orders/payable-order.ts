import { DomainError } from '#server/kernel/errors.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { PayableFacts } from '#server/payments/index.ts';
import { type Ctx, rowOf, sql } from '#server/platform/index.ts';
import type { OrderState } from './contract.ts';
import { mayRead, type OrderReader } from './order-access.ts';

export type PayableOrder = PayableFacts & { placedAt: Date; holdExpiresAt: Date };

type Row = {
  id: string;
  number: string;
  state: OrderState;
  channel: string;
  buyer_kind: 'shopper' | 'unit';
  total_fen: Fen;
  placed_at: string;
  hold_expires_at: string;
  access_key: string;
  buyer_user_id: string | null;
};

/** An order its reader may pay. Refuses who cannot show it is theirs, and what is paid or cancelled. */
export async function getPayableOrder(
  ctx: Ctx,
  number: string,
  reader: OrderReader,
  how: 'read' | 'locked' = 'read',
): Promise<PayableOrder> {
  const lock = how === 'locked' ? sql`for update` : sql``;
  const order = await rowOf<Row>(
    ctx,
    sql`select id, number, state, channel, buyer_kind, total_fen, placed_at, hold_expires_at, access_key, buyer_user_id
        from trade_order where number = ${number} ${lock}`,
  );
  if (!order || !mayRead(ctx, order, reader)) throw new DomainError('not-found', 'orders.unknown');
  if (order.state !== 'placed' && order.state !== 'lapsed') {
    throw new DomainError('conflict', 'orders.not-payable', { state: order.state });
  }
  return {
    orderId: order.id,
    number: order.number,
    channel: order.channel,
    buyerKind: order.buyer_kind,
    total: order.total_fen,
    placedAt: new Date(order.placed_at),
    holdExpiresAt: new Date(order.hold_expires_at),
  };
}
