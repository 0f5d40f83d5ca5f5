import { createHash } from 'node:crypto';
import { z } from 'zod';
import { chinesePhone, linesOfText, trimmedText } from '#server/kernel/input.ts';
import { cancelOrder, findCart, getReceipt, placeOrder } from '#server/orders/index.ts';
import { type Endpoint, endpoint, none } from '../endpoint.ts';
import { instant } from '../instant.ts';
import { keyFrom, orderNumber, withOrderKey, withOrderKeyInAddress } from '../order-key.ts';
import { order, placedOrder } from '../views/orders.ts';
import { regionCode } from './carts.ts';

const TOTAL_MAX = 100_000_000_00;

const delivery = z.strictObject({
  recipient: trimmedText({ max: 40 }),
  phone: chinesePhone.meta({ description: 'A mobile number of the mainland, 11 digits.' }),
  region: regionCode,
  address: trimmedText({ min: 4, max: 120 }),
});

const placeOrderEndpoint = endpoint({
  name: 'placeOrder',
  method: 'post',
  path: '/orders',
  policy: 'public',
  tag: 'Orders',
  summary: 'Turn a cart into an order',
  description:
    'Freezes prices and holds the goods for 15 minutes. Sent again with the same Idempotency-Key and the same content it gives the same order, with Idempotent-Replay: true; with another content it is refused.',
  params: none,
  query: none,
  headers: z.strictObject({
    'idempotency-key': z
      .string()
      .regex(/^[\x21-\x7e]{8,80}$/)
      .meta({ description: 'Chosen by you, new for each order: 8 to 80 visible ASCII characters, such as a uuid.' }),
  }),
  body: z.strictObject({
    cart: z.uuid(),
    delivery,
    note: linesOfText({ min: 0, max: 200 }).default(''),
    perishableConfirmed: z
      .boolean()
      .default(false)
      .meta({ description: 'The buyer knows that fresh goods cannot be sent back without a reason.' }),
    total: z.int().min(1).max(TOTAL_MAX).optional().meta({
      description:
        'The total the buyer saw, in fen, after discounts. If it has changed since, the order is refused. Left out, a coupon that takes nothing off is refused too.',
    }),
  }),
  responses: {
    200: {
      description: 'This order was placed before, by the same key.',
      schema: placedOrder,
      headers: { 'Idempotent-Replay': 'true' },
    },
    201: { description: 'The order is placed.', schema: placedOrder },
  },
  refusals: [404, 409],
  async answer({ ctx, body, headers, language }) {
    const { cart: cartId, delivery: to, note, perishableConfirmed, total } = body;
    const { items, coupon } = await findCart(ctx, cartId);
    const key = keyOf(cartId, headers['idempotency-key']);
    const input = { ...to, note, perishableConfirmed, total, key, ...(coupon ? { coupon } : {}) };
    const placed = await placeOrder(ctx, items, input, { channel: 'ecommerce', route: null, language, cartId });
    const { number, accessKey, holdExpiresAt } = placed;
    return {
      status: placed.repeated ? 200 : 201,
      headers: placed.repeated ? { 'idempotent-replay': 'true' } : { location: `/api/v1/orders/${number}` },
      body: { number, accessKey, total: placed.total, holdExpiresAt: instant(holdExpiresAt) },
    };
  },
});

const getOrder = endpoint({
  name: 'getOrder',
  method: 'get',
  path: '/orders/{number}',
  policy: 'public',
  tag: 'Orders',
  summary: 'An order, its parcels, and how many fen went to which household',
  params: z.strictObject({ number: orderNumber }),
  query: withOrderKeyInAddress,
  headers: withOrderKey,
  body: null,
  responses: { 200: { description: 'The order.', schema: order } },
  refusals: [401],
  async answer({ ctx, params, query, headers }) {
    const view = await getReceipt(ctx, params.number, keyFrom(headers, query));
    const { placedAt, paidAt, holdExpiresAt, moves } = view;
    return {
      status: 200,
      body: {
        ...view,
        placedAt: instant(placedAt),
        paidAt: paidAt === null ? null : instant(paidAt),
        holdExpiresAt: instant(holdExpiresAt),
        moves: moves.map(({ at, to, parcel }) => ({ at: instant(at), to, parcel })),
      },
    };
  },
});

const cancelOrderEndpoint = endpoint({
  name: 'cancelOrder',
  method: 'post',
  path: '/orders/{number}/cancellation',
  policy: 'public',
  tag: 'Orders',
  summary: 'Take back an order that is not paid',
  description: 'Its goods are on the shelf again at once.',
  params: z.strictObject({ number: orderNumber }),
  query: none,
  headers: withOrderKey,
  body: none,
  responses: { 204: { description: 'The order is cancelled.', schema: null } },
  refusals: [401, 409],
  async answer({ ctx, params, headers }) {
    await cancelOrder(ctx, params.number, keyFrom(headers));
    return { status: 204, body: null };
  },
});

/**
 * The order's own key: of this cart and of the API, so that neither two programs that count from one nor a form of the
 * shop can meet under one key.
 */
function keyOf(cartId: string, idempotencyKey: string): string {
  const digest = createHash('sha256').update(`${cartId.toLowerCase()}\n${idempotencyKey}`).digest('base64url');
  return `api:${digest}`;
}

export const orderEndpoints: readonly Endpoint[] = [placeOrderEndpoint, getOrder, cancelOrderEndpoint];
