import { z } from 'zod';
import { DomainError } from '#server/kernel/errors.ts';
import { trimmedText } from '#server/kernel/input.ts';
import { CART_LINES_MAX, PACKS_PER_LINE_MAX } from '#server/orders/contract.ts';
import { addToCart, changeCartLine, enterCoupon, fillCart, findCart, priceCart } from '#server/orders/index.ts';
import { deliveryRegion } from '#server/places/index.ts';
import type { Ctx } from '#server/platform/index.ts';
import { couponCode } from '#server/promotions/contract.ts';
import { type Endpoint, endpoint, none } from '../endpoint.ts';
import { cart, cartChanged } from '../views/orders.ts';

const packCode = trimmedText({ max: 80 }).meta({ description: 'Code of a pack, from its product.' });
const cartParams = { id: z.uuid() };

export const regionCode = z
  .string()
  .regex(/^\d{6}(\d{3})?$/)
  .meta({ description: 'Division code of a county anywhere in China, or of a township of Nanping.' });

const item = z.strictObject({
  pack: packCode,
  count: z.int().min(1).max(PACKS_PER_LINE_MAX).default(1).meta({ description: 'How many packs.' }),
});

const openCart = endpoint({
  name: 'openCart',
  method: 'post',
  path: '/carts',
  policy: 'public',
  tag: 'Carts',
  summary: 'Open a cart, empty or with packs in it',
  description: 'The id is a secret: keep it where only the buyer can read it. All packs are put in, or none.',
  params: none,
  query: none,
  headers: none,
  body: z.strictObject({ items: z.array(item).max(CART_LINES_MAX).default([]) }),
  responses: { 201: { description: 'The cart.', schema: cartChanged } },
  refusals: [404, 409],
  async answer({ ctx, body }) {
    const { cartId, packs } = await fillCart(ctx, body.items);
    return { status: 201, body: { id: cartId, packs }, headers: { location: `/api/v1/carts/${cartId}` } };
  },
});

const getCart = endpoint({
  name: 'getCart',
  method: 'get',
  path: '/carts/{id}',
  policy: 'public',
  tag: 'Carts',
  summary: 'What is in a cart, what it costs, and who gets it',
  description: 'With a region it knows the freight and so the total. A cart nobody has put anything into is empty.',
  params: z.strictObject(cartParams),
  query: z.strictObject({ region: regionCode.optional() }),
  headers: none,
  body: null,
  responses: { 200: { description: 'The cart, a parcel for each seller.', schema: cart } },
  refusals: [],
  async answer({ ctx, params, query }) {
    if (query.region !== undefined && !deliveryRegion(query.region)) {
      throw new DomainError('invalid', 'orders.region-unknown');
    }
    const { items, coupon } = await findCart(ctx, params.id);
    const view = await priceCart(ctx, items, query.region ?? null, coupon);
    return { status: 200, body: { id: params.id, ...view } };
  },
});

const addItem = endpoint({
  name: 'addToCart',
  method: 'post',
  path: '/carts/{id}/items',
  policy: 'public',
  tag: 'Carts',
  summary: 'Put packs into a cart, on top of what is there',
  params: z.strictObject(cartParams),
  query: none,
  headers: none,
  body: item,
  responses: { 200: { description: 'The cart has them.', schema: cartChanged } },
  refusals: [409],
  async answer({ ctx, params, body }) {
    const { cartId, packs } = await addToCart(ctx, params.id, body);
    return { status: 200, body: { id: cartId, packs } };
  },
});

const changeItem = endpoint({
  name: 'changeCartLine',
  method: 'put',
  path: '/carts/{id}/items/{pack}',
  policy: 'public',
  tag: 'Carts',
  summary: 'Set how many packs of one kind are in a cart',
  description: 'None takes them out.',
  params: z.strictObject({ ...cartParams, pack: packCode }),
  query: none,
  headers: none,
  body: z.strictObject({ count: z.int().min(0).max(PACKS_PER_LINE_MAX) }),
  responses: { 200: { description: 'The cart has so many.', schema: cartChanged } },
  refusals: [],
  async answer({ ctx, params, body }) {
    const { packs } = await changeCartLine(ctx, params.id, { pack: params.pack, count: body.count });
    return { status: 200, body: { id: params.id, packs } };
  },
});

const removeItem = endpoint({
  name: 'removeCartLine',
  method: 'delete',
  path: '/carts/{id}/items/{pack}',
  policy: 'public',
  tag: 'Carts',
  summary: 'Take all packs of one kind out of a cart',
  params: z.strictObject({ ...cartParams, pack: packCode }),
  query: none,
  headers: none,
  body: null,
  responses: { 200: { description: 'The cart has none of them.', schema: cartChanged } },
  refusals: [],
  async answer({ ctx, params }) {
    const { packs } = await changeCartLine(ctx, params.id, { pack: params.pack, count: 0 });
    return { status: 200, body: { id: params.id, packs } };
  },
});

const enter = endpoint({
  name: 'enterCoupon',
  method: 'put',
  path: '/carts/{id}/coupon',
  policy: 'public',
  tag: 'Carts',
  summary: 'Keep the code of a coupon with a cart',
  description:
    'Any code is kept, in place of one before; the answer says what it takes off, or why nothing. An order of this cart is placed with it.',
  params: z.strictObject(cartParams),
  query: none,
  headers: none,
  body: z.strictObject({ code: couponCode.min(1) }),
  responses: { 200: { description: 'The cart with it.', schema: cart } },
  refusals: [],
  answer: ({ ctx, params, body }) => withCoupon(ctx, params.id, body.code),
});

const removeCoupon = endpoint({
  name: 'removeCoupon',
  method: 'delete',
  path: '/carts/{id}/coupon',
  policy: 'public',
  tag: 'Carts',
  summary: 'Take the coupon away from a cart',
  params: z.strictObject(cartParams),
  query: none,
  headers: none,
  body: null,
  responses: { 200: { description: 'The cart without it.', schema: cart } },
  refusals: [],
  answer: ({ ctx, params }) => withCoupon(ctx, params.id, ''),
});

async function withCoupon(ctx: Ctx, cartId: string, code: string) {
  await enterCoupon(ctx, cartId, { code });
  const { items, coupon } = await findCart(ctx, cartId);
  return { status: 200 as const, body: { id: cartId, ...(await priceCart(ctx, items, null, coupon)) } };
}

export const cartEndpoints: readonly Endpoint[] = [
  openCart,
  getCart,
  addItem,
  changeItem,
  removeItem,
  enter,
  removeCoupon,
];
