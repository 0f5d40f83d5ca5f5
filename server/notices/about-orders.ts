import { rowOf, rowsOf, sql } from '#server/platform/index.ts';
import { buyerOf, staffOf } from './readers.ts';
import { type Told, told } from './tell.ts';
import type { Telling } from './telling.ts';

/** The buyer, that his money is here; the clerks of each seller, that there is something to pack. */
export const orderPaid: Telling = async (tx, { orderId }, post) => {
  const buyer = await buyerOf(tx, String(orderId), post);
  if (!buyer) return [];
  const { number, total } = buyer;
  const parcels = await rowsOf<{ number: string; organizationId: string }>(
    tx,
    sql`select number, organization_id as "organizationId" from parcel where order_id = ${String(orderId)} order by number`,
  );
  const notices: Told[] = [told('order-paid', buyer, { number, total }, `/orders/${number}`)];
  for (const parcel of parcels) {
    const clerks = await staffOf(tx, 'clerk', parcel.organizationId, post);
    const page = `/coop/parcels/${parcel.number}`;
    const part = parcel.number;
    notices.push(...clerks.map((clerk) => ({ ...told('parcel-to-pack', clerk, { number: part }, page), part })));
  }
  return notices;
};

/** Who has an account finds it there; a guest who did not pay is not rung up for it. */
export const orderLapsed: Telling = async (tx, { orderId }, post) => {
  const buyer = await buyerOf(tx, String(orderId), post);
  if (!buyer?.userId) return [];
  return [told('order-lapsed', buyer, { number: buyer.number }, `/orders/${buyer.number}`)];
};

export const paymentUnused: Telling = async (tx, { orderId, amount }, post) => {
  const buyer = await buyerOf(tx, String(orderId), post);
  if (!buyer) return [];
  return [told('payment-unused', buyer, { number: buyer.number, amount: Number(amount) }, `/orders/${buyer.number}`)];
};

/** What a claim gives back is told by the claim. */
export const refundBooked: Telling = async (tx, { orderId, total, kind }, post) => {
  if (kind === 'claim') return [];
  const buyer = await buyerOf(tx, String(orderId), post);
  if (!buyer) return [];
  return [told('refund-booked', buyer, { number: buyer.number, amount: Number(total) }, `/orders/${buyer.number}`)];
};

export const refundSent: Telling = async (tx, { orderId, amount }, post) => {
  const buyer = await buyerOf(tx, String(orderId), post);
  if (!buyer) return [];
  return [told('refund-sent', buyer, { number: buyer.number, amount: Number(amount) }, `/orders/${buyer.number}`)];
};

export const refundStuck: Telling = async (tx, { refundId, orderId }, post) => {
  const refund = await rowOf<{ number: string; amount: number }>(
    tx,
    sql`select trade_order.number, amount_fen as amount from payment_refund, trade_order
        where payment_refund.id = ${String(refundId)} and trade_order.id = ${String(orderId)}`,
  );
  if (!refund) return [];
  const books = await staffOf(tx, 'bookkeeper', null, post);
  return books.map((reader) => told('refund-stuck', reader, refund, `/books/refunds/${String(refundId)}`));
};

export const paymentDisputed: Telling = async (tx, { orderId }, post) => {
  const order = await rowOf<{ number: string }>(tx, sql`select number from trade_order where id = ${String(orderId)}`);
  if (!order) return [];
  const books = await staffOf(tx, 'bookkeeper', null, post);
  return books.map((reader) => told('payment-disputed', reader, order, '/books/disputes'));
};

export const parcelShipped: Telling = async (tx, { orderId, number, shipmentId, complete }, post) => {
  const buyer = await buyerOf(tx, String(orderId), post);
  const shipment = await rowOf<{ courier: string; tracking: string }>(
    tx,
    sql`select courier, coalesce(tracking_number, '') as tracking from shipment where id = ${String(shipmentId)}`,
  );
  if (!buyer || !shipment) return [];
  const facts = { number: String(number), ...shipment, complete: complete ? 'yes' : 'no' };
  return [told('parcel-shipped', buyer, facts, `/orders/${buyer.number}`)];
};

export const parcelDelivered: Telling = async (tx, { orderId, parcelId, number }, post) => {
  const buyer = await buyerOf(tx, String(orderId), post);
  const parcel = await rowOf<{ until: string | null }>(
    tx,
    sql`select claim_until as until from parcel where id = ${String(parcelId)}`,
  );
  if (!buyer || !parcel?.until) return [];
  const facts = { number: String(number), until: new Date(parcel.until).toISOString() };
  return [told('parcel-delivered', buyer, facts, `/orders/${buyer.number}`)];
};
