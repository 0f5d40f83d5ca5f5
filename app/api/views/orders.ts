import { z } from 'zod';
import {
  type CartLineView,
  type CartSellerView,
  type CartView,
  type CatchWeightView,
  couriers,
  orderStates,
  parcelStates,
  type ReceiptLineView,
  type ReceiptParcelView,
  type ReceiptShareView,
  type ReceiptView,
  type ShipmentView,
} from '#server/orders/contract.ts';
import { couponProblems, type DiscountView, funderKinds } from '#server/promotions/contract.ts';
import { baseUnit, fenSchema, instantSchema, localizedText, makeUp, named, place, quantity } from './common.ts';

export const cartChanged = z
  .object({
    id: z.uuid().meta({ description: 'The secret of the cart: whoever holds it may read and change it.' }),
    packs: z.int().meta({ description: 'How many packs are in it now.' }),
  })
  .register(named, { id: 'CartChanged' });

const discountTaken = z
  .object({
    code: z.string(),
    name: localizedText,
    funder: z.enum(funderKinds).meta({ description: 'Who bears it; never a household.' }),
    funderName: localizedText.nullable().meta({ description: 'Of an organization that bears it.' }),
    fen: fenSchema('What it takes off.'),
  })
  .register(named, { id: 'Discount' }) satisfies z.ZodType<DiscountView>;

const catchWeight = z
  .object({ leastGrams: z.int(), mostGrams: z.int(), pricePerJin: fenSchema('Fen per 500 g.') })
  .register(named, { id: 'CatchWeight' }) satisfies z.ZodType<CatchWeightView>;

const cartLine = z
  .object({
    pack: z.string(),
    productSlug: z.string(),
    productName: localizedText,
    packName: localizedText,
    family: z.string(),
    count: z.int(),
    unitPrice: fenSchema(),
    amount: fenSchema(),
    discount: fenSchema('What promotions take off the amount.'),
    catchWeight: catchWeight.nullable().meta({
      description:
        'Of a pack sold by weight: the amount is for the most, what it weighs less goes back. Null of a fixed weight.',
    }),
    perishable: z.boolean(),
    left: z.int().nullable().meta({ description: 'Packs that could be had now; null when there is plenty.' }),
    problem: z.enum(['sold-out', 'not-enough', 'off-sale']).nullable(),
  })
  .register(named, { id: 'CartLine' }) satisfies z.ZodType<CartLineView>;

const cartSeller = z
  .object({
    code: z.string(),
    name: localizedText,
    lines: z.array(cartLine),
    goods: fenSchema(),
    discount: fenSchema('What promotions take off the goods.'),
    grossGrams: z.int().meta({ description: 'Weight of the parcel in grams.' }),
    freight: fenSchema('Fen; null until a region is given.').nullable(),
    freightRefusal: z.enum(['perishable-far']).nullable(),
    freeFreightAfter: fenSchema('Goods for so many fen more travel free.').nullable(),
  })
  .register(named, { id: 'CartSeller' }) satisfies z.ZodType<CartSellerView>;

export const cart = z
  .object({
    id: z.uuid(),
    sellers: z.array(cartSeller).meta({ description: 'One parcel for each seller.' }),
    packs: z.int(),
    goods: fenSchema(),
    discount: fenSchema('What promotions take off the goods.'),
    discounts: z.array(discountTaken),
    coupon: z
      .object({
        code: z.string(),
        problem: z
          .object({
            code: z.enum(couponProblems),
            missing: fenSchema('Of min-not-reached: goods for so many fen more would do.').nullable(),
          })
          .nullable()
          .meta({ description: 'Why it takes nothing off; null when it does.' }),
      })
      .nullable(),
    freight: fenSchema('Fen; null until a region is given, or where goods cannot go there.').nullable(),
    total: fenSchema('Goods less discount, and freight; null where freight is.').nullable(),
    perishable: z.boolean().meta({ description: 'True when the order needs perishableConfirmed.' }),
    makeUp: makeUp.nullable(),
    canCheckOut: z.boolean(),
  })
  .register(named, { id: 'Cart' }) satisfies z.ZodType<CartView & { id: string }>;

export const placedOrder = z
  .object({
    number: z.string(),
    accessKey: z.string().meta({ description: 'Shows that the order is yours: send it as Order-Key.' }),
    total: fenSchema(),
    holdExpiresAt: instantSchema('Until when the goods are held for payment.'),
  })
  .register(named, { id: 'PlacedOrder' });

const share = z
  .object({
    household: z.object({ code: z.string(), maskedName: z.string() }),
    village: place,
    lotCode: z.string(),
    produce: localizedText,
    quantity,
    baseUnit,
    fen: fenSchema('Fen for this household; null until paid.').nullable(),
    expected: fenSchema('What the agreed price comes to before it is paid; may differ from the paid amount by a fen.'),
  })
  .register(named, { id: 'OrderShare' }) satisfies z.ZodType<ReceiptShareView>;

const line = z
  .object({
    productSlug: z.string(),
    productName: localizedText,
    packName: localizedText,
    family: z.string(),
    unitPrice: fenSchema(),
    count: z.int(),
    amount: fenSchema(),
    discount: fenSchema('What promotions took off the amount.'),
    discounts: z.array(discountTaken),
    catchWeight: z.boolean().meta({ description: 'Sold by weight: the amount is for the most it may weigh.' }),
    makeUp: makeUp.nullable(),
    shares: z.array(share),
  })
  .register(named, { id: 'OrderLine' }) satisfies z.ZodType<ReceiptLineView>;

const shipment = z
  .object({
    courier: z.enum(couriers),
    trackingNumber: z.string().nullable(),
    shippedAt: instantSchema('When it was handed to the courier.'),
    deliveredAt: instantSchema('When it arrived.').nullable(),
  })
  .register(named, { id: 'Shipment' }) satisfies z.ZodType<ShipmentView>;

const parcel = z
  .object({
    number: z.string(),
    seller: z.object({ code: z.string(), name: localizedText }),
    state: z.enum(parcelStates),
    goods: fenSchema(),
    discount: fenSchema('What promotions took off the goods.'),
    freight: fenSchema(),
    shipments: z.array(shipment),
    lines: z.array(line),
  })
  .register(named, { id: 'Parcel' }) satisfies z.ZodType<ReceiptParcelView>;

const paymentState = z.enum(['started', 'succeeded', 'failed', 'refunded']);

export const order = z
  .object({
    number: z.string(),
    state: z.enum(orderStates),
    channel: z.string(),
    placedAt: instantSchema('When it was placed.'),
    paidAt: instantSchema('When it was paid.').nullable(),
    holdExpiresAt: instantSchema('Until when the goods are held for payment.'),
    goods: fenSchema(),
    discount: fenSchema('What promotions took off the goods.'),
    freight: fenSchema(),
    total: fenSchema(),
    refunded: fenSchema('What went back, or is on its way back, to the buyer.'),
    recipient: z.string(),
    phone: z.string(),
    region: localizedText,
    address: z.string(),
    note: z.string(),
    makeUp: makeUp.nullable().meta({ description: 'Who got the total; null until paid.' }),
    householdCount: z.int(),
    parcels: z.array(parcel),
    moves: z.array(
      z.object({
        at: instantSchema('When.'),
        to: z.enum([...orderStates, ...parcelStates]),
        parcel: z.string().nullable().meta({ description: 'The parcel that moved; null for the order.' }),
      }),
    ),
    payment: z.object({ state: paymentState, provider: z.string() }).nullable(),
  })
  .register(named, { id: 'Order' }) satisfies z.ZodType<ReceiptView>;

export const payment = z
  .object({
    id: z.uuid(),
    order: z.string().meta({ description: 'The number of the order.' }),
    provider: z.string(),
    state: paymentState,
    amount: fenSchema(),
    url: z.url().meta({ description: 'Where the buyer pays.' }),
  })
  .register(named, { id: 'Payment' });
