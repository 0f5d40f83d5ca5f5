import { randomUUID } from 'node:crypto';
import { PlaceOrder } from '#server/orders/contract.ts';
import {
  type CartItem,
  type PlacedOrder,
  placeOrder,
  receivePaymentEvent,
  startPayment,
} from '#server/orders/index.ts';
import type { Ctx } from '#server/platform/index.ts';
import type { World } from './world.ts';

/** An address in the next county, with a key of its own. */
export function aDelivery(wish: Partial<PlaceOrder> = {}): PlaceOrder {
  return PlaceOrder.parse({
    recipient: '林晓',
    phone: '13800001234',
    region: '350702',
    address: '滨江路 18 号',
    perishableConfirmed: true,
    key: randomUUID(),
    ...wish,
  });
}

export function aPlacedOrder(ctx: Ctx, items: CartItem[], wish: Partial<PlaceOrder> = {}): Promise<PlacedOrder> {
  return placeOrder(ctx, items, aDelivery(wish), {
    channel: 'ecommerce',
    route: null,
    language: 'zh-CN',
    cartId: null,
  });
}

/** Pays an order as a provider would report it; returns the payment's id. */
export async function pay(world: World, order: PlacedOrder): Promise<string> {
  const payment = await startPayment(world.visitor(), order.number, { accessKey: order.accessKey }, 'sandbox');
  const event = {
    provider: 'sandbox',
    eventId: `${payment.id}:succeeded`,
    paymentId: payment.id,
    kind: 'succeeded' as const,
  };
  await receivePaymentEvent(world.system(), event);
  return payment.id;
}

export async function aPaidOrder(
  world: World,
  items: CartItem[],
  wish: Partial<PlaceOrder> = {},
): Promise<PlacedOrder> {
  const order = await aPlacedOrder(world.visitor(), items, wish);
  await pay(world, order);
  return order;
}
