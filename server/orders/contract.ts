import { z } from 'zod';
import { chinesePhone, linesOfText, trimmedText, wholeNumber } from '#server/kernel/input.ts';
import type { MakeUp } from '#server/kernel/make-up.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { type CouponProblem, couponCode, type DiscountView } from '#server/promotions/contract.ts';

export const CART_LINES_MAX = 60;
export const PACKS_PER_LINE_MAX = 9999;

/** Puts packs into the cart, on top of what is there. */
export const AddToCart = z.object({
  pack: trimmedText({ max: 80 }),
  count: wholeNumber({ min: 1, max: PACKS_PER_LINE_MAX }).default(1),
});
export type AddToCart = z.infer<typeof AddToCart>;

/** Sets how many packs of one kind are in the cart; none takes the line out. */
export const ChangeCartLine = z.object({
  pack: trimmedText({ max: 80 }),
  count: wholeNumber({ min: 0, max: PACKS_PER_LINE_MAX }),
});
export type ChangeCartLine = z.infer<typeof ChangeCartLine>;

/** Keeps a coupon's code with the cart; nothing typed takes it away. */
export const EnterCoupon = z.object({ code: couponCode.default('') });
export type EnterCoupon = z.infer<typeof EnterCoupon>;

/** Where the goods go. `region` is the code of a county-level place anywhere in China, or of a township in Nanping. */
export const Delivery = z.object({
  recipient: trimmedText({ min: 1, max: 40 }),
  phone: chinesePhone,
  region: z.string().regex(/^\d{6}(\d{3})?$/),
  address: trimmedText({ min: 4, max: 120 }),
});
export type Delivery = z.infer<typeof Delivery>;

/** All a buyer states to turn a cart into an order. */
export const PlaceOrder = Delivery.extend({
  note: linesOfText({ min: 0, max: 200 }).default(''),
  /** The tick the law wants for goods that cannot be sent back; needed only when the cart holds such goods. */
  perishableConfirmed: z
    .preprocess((value) => value === 'on' || value === true || value === 'true', z.boolean())
    .default(false),
  /** The total the buyer saw. A changed price is told, never charged. */
  total: wholeNumber({ min: 1, max: 100_000_000_00 }).optional(),
  /** The code of a coupon, as the cart keeps it. */
  coupon: couponCode.optional(),
  /** Made with the form: sending it twice places one order. */
  key: trimmedText({ min: 8, max: 80 }),
});
export type PlaceOrder = z.infer<typeof PlaceOrder>;

/** The way to pay that was chosen; the first that is offered when none was. */
export const ChooseProvider = z.object({
  provider: z
    .string()
    .regex(/^[a-z][a-z-]{1,30}$/)
    .nullable()
    .default(null),
});
export type ChooseProvider = z.infer<typeof ChooseProvider>;

/** How the buyer says a payment in the sandbox went. */
export const PayInSandbox = z.object({ outcome: z.enum(['succeeded', 'failed']) });
export type PayInSandbox = z.infer<typeof PayInSandbox>;

/** Nothing is stated beyond what the address says: a button. */
export const JustDo = z.object({});
export type JustDo = z.infer<typeof JustDo>;

export const couriers = ['SF', 'ZTO', 'STO', 'YTO', 'YD', 'YZPY', 'EMS', 'JD', 'DBL', 'SELF'] as const;
export type Courier = (typeof couriers)[number];

/** A pack sold by weight: paid for the most first, and what it weighs less goes back. */
export type CatchWeightView = { leastGrams: number; mostGrams: number; pricePerJin: Fen };

export type CartLineView = {
  pack: string;
  productSlug: string;
  productName: LocalizedText;
  packName: LocalizedText;
  family: string;
  count: number;
  unitPrice: Fen;
  amount: Fen;
  /** What promotions take off the amount. */
  discount: Fen;
  catchWeight: CatchWeightView | null;
  perishable: boolean;
  /** Packs that could be had now, summed over all lines of the same pool; null when there is plenty. */
  left: number | null;
  problem: 'sold-out' | 'not-enough' | 'off-sale' | null;
};

export type CartSellerView = {
  code: string;
  name: LocalizedText;
  lines: CartLineView[];
  goods: Fen;
  discount: Fen;
  grossGrams: number;
  /** Null until a place is known; `refusal` when these goods do not go there. */
  freight: Fen | null;
  freightRefusal: 'perishable-far' | null;
  /** Goods for this much more travel free; null when that does not apply. */
  freeFreightAfter: Fen | null;
};

export type CartView = {
  sellers: CartSellerView[];
  packs: number;
  goods: Fen;
  /** What promotions take off the goods, and which ones. */
  discount: Fen;
  discounts: DiscountView[];
  /** The coupon kept with the cart, and why it takes nothing off; `missing` is how much more would do. */
  coupon: { code: string; problem: { code: CouponProblem; missing: Fen | null } | null } | null;
  freight: Fen | null;
  /** Goods less discounts, and freight. */
  total: Fen | null;
  perishable: boolean;
  /** Estimated from the lots that would be drawn next; with freight when it is known. */
  makeUp: MakeUp | null;
  canCheckOut: boolean;
};

export const orderStates = ['placed', 'paid', 'completed', 'lapsed', 'cancelled'] as const;
export type OrderState = (typeof orderStates)[number];
export const parcelStates = [
  'waiting',
  'to-pack',
  'packing',
  'partly-shipped',
  'shipped',
  'delivered',
  'cancelled',
] as const;
export type ParcelState = (typeof parcelStates)[number];

/** One handing over to a courier; a parcel may travel in several. */
export type ShipmentView = {
  courier: Courier;
  trackingNumber: string | null;
  shippedAt: string;
  deliveredAt: string | null;
};

/** Which household gets how much of a line, and from which lot. Null until paid. */
export type ReceiptShareView = {
  household: { code: string; maskedName: string };
  village: { code: string; name: LocalizedText };
  lotCode: string;
  produce: LocalizedText;
  quantity: number;
  baseUnit: BaseUnit;
  fen: Fen | null;
  /** What the agreed price comes to before it is paid; the paid amount may differ by a fen of rounding. */
  expected: Fen;
};

export type ReceiptLineView = {
  productSlug: string;
  productName: LocalizedText;
  packName: LocalizedText;
  family: string;
  unitPrice: Fen;
  count: number;
  amount: Fen;
  /** What promotions took off it: the buyer pays the amount less this. */
  discount: Fen;
  discounts: DiscountView[];
  /** Whether it was sold by weight, at the price of the most it may weigh. */
  catchWeight: boolean;
  makeUp: MakeUp | null;
  shares: ReceiptShareView[];
};

export type ReceiptParcelView = {
  number: string;
  seller: { code: string; name: LocalizedText };
  state: ParcelState;
  goods: Fen;
  discount: Fen;
  freight: Fen;
  shipments: ShipmentView[];
  lines: ReceiptLineView[];
};

/** The order page: what was bought, from whom, and how many fen went to which household. */
export type ReceiptView = {
  number: string;
  state: OrderState;
  channel: string;
  placedAt: string;
  paidAt: string | null;
  holdExpiresAt: string;
  goods: Fen;
  discount: Fen;
  freight: Fen;
  total: Fen;
  /** What went back or is on its way back to the buyer. */
  refunded: Fen;
  recipient: string;
  phone: string;
  region: LocalizedText;
  address: string;
  note: string;
  makeUp: MakeUp | null;
  householdCount: number;
  parcels: ReceiptParcelView[];
  moves: { at: string; to: OrderState | ParcelState; parcel: string | null }[];
  payment: { state: 'started' | 'succeeded' | 'failed' | 'refunded'; provider: string } | null;
};

export type OrderSummaryView = {
  number: string;
  state: OrderState;
  placedAt: string;
  total: Fen;
  packs: number;
  firstProduct: LocalizedText;
  families: string[];
  householdFen: Fen | null;
  households: number;
};
