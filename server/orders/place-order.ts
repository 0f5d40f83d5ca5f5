import { createHash } from 'node:crypto';
import { findOffers, type Offer } from '#server/catalog/index.ts';
import { addMinutes, businessDayOf } from '#server/kernel/calendar.ts';
import type { ChannelCode, RouteCode } from '#server/kernel/channel.ts';
import { assert, DomainError, present } from '#server/kernel/errors.ts';
import { accessKey, readableCode, uuidv7 } from '#server/kernel/ids.ts';
import { addFen, type Fen, fen } from '#server/kernel/money.ts';
import { inLanguage, type Language, type LocalizedText } from '#server/kernel/text.ts';
import { deliveryRegion } from '#server/places/index.ts';
import { authorize, type Ctx, purge, rowOf, sql, type Tx, transact } from '#server/platform/index.ts';
import { buyerKeyOf, holdUses, lockPromotions } from '#server/promotions/index.ts';
import { holdStock, type Shortage, tagsOfPools } from '#server/stock/index.ts';
import type { CartItem } from './cart.ts';
import type { PlaceOrder } from './contract.ts';
import { demandsOf } from './expected-households.ts';
import { holdMinutesOf } from './hold.rules.ts';
import { insertOrder } from './insert-order.ts';
import { lapseHolders } from './lapse-orders.ts';
import type { PricedParcel } from './order.pricing.ts';
import { couponRefusal, discountAgain, type PricedBasket, payableOf, priceBasket } from './price-basket.ts';

export type PlacedOrder = {
  id: string;
  number: string;
  accessKey: string;
  total: Fen;
  holdExpiresAt: Date;
  /** Whether its key had placed it before. */
  repeated: boolean;
};

/** What a channel states about the orders it takes; a shopper's order comes from `ecommerce`. */
export type OrderOrigin = {
  channel: ChannelCode;
  route: RouteCode | null;
  language: Language;
  cartId: string | null;
  /** A work unit's order is held longer than a shopper's; a shopper when left out. */
  buyerKind?: 'shopper' | 'unit';
  /** The number an order has already, for instance on paper; drawn at random when left out. */
  number?: string;
};

/**
 * Freezes prices, freight and shares, and holds the stock for as long as its kind of buyer has to pay. The same key with the same content gives the
 * same order again. Refuses: an empty cart, goods off sale or short, a total other than the one seen, a coupon that does
 * not help, fresh goods without the tick or to where they are not sent.
 */
export async function placeOrder(
  ctx: Ctx,
  items: readonly CartItem[],
  input: PlaceOrder,
  origin: OrderOrigin,
): Promise<PlacedOrder> {
  authorize(ctx, 'orders.place');
  const requestHash = hashOf(items, input);
  const before = await findByKey(ctx, input.key, requestHash);
  if (before) return before;

  const region = deliveryRegion(input.region);
  if (!region) throw new DomainError('invalid', 'orders.region-unknown');
  const basket = await priceItems(ctx, items, input);
  const order = { basket, input, origin, region, requestHash };
  try {
    const placed = await transact(ctx, (tx) => place(tx, order));
    if (!('shortages' in placed)) return placed;
    // Holds that have run out give theirs back first, worker or no worker; nothing is locked while they do.
    const freed = await lapseHolders(
      ctx,
      placed.shortages.flatMap((short) => short.poolId ?? []),
    );
    const again = freed > 0 ? await transact(ctx, (tx) => place(tx, order)) : placed;
    if (!('shortages' in again)) return again;
    // Sent twice at once, the second may find that the first took the last of it.
    const winner = await findByKey(ctx, input.key, requestHash);
    if (!winner) throw notEnough(basket.parcels, again.shortages);
    return winner;
  } catch (error) {
    if (!isKeyTaken(error)) throw error;
    const winner = await findByKey(ctx, input.key, requestHash);
    if (!winner) throw error;
    return winner;
  }
}

type OrderToPlace = {
  basket: PricedBasket;
  input: PlaceOrder;
  origin: OrderOrigin;
  region: { code: string; name: LocalizedText };
  requestHash: string;
};

/** Promotions are locked before pools, always; what is left of both is looked at again inside their locks. */
async function place(tx: Tx, wish: OrderToPlace): Promise<PlacedOrder | { shortages: Shortage[] }> {
  const { basket, input, origin, region, requestHash } = wish;
  const buyer = buyerOf(tx, input);
  const ids = basket.discounts.map(({ promotion }) => promotion.id);
  const locked = await lockPromotions(tx, ids, buyer);
  const { held, emptied, shortages } = await holdStock(tx, demandsOf(basket.parcels), businessDayOf(tx.now));
  if (shortages.length > 0) return { shortages };
  const { parcels, discounts } = ids.length === 0 ? basket : discountAgain(basket, locked, held, tx.now);
  const goods = addFen(...parcels.map((parcel) => parcel.goods));
  const discount = addFen(...parcels.map((parcel) => parcel.discount));
  const freight = addFen(...parcels.map((parcel) => parcel.freight ?? fen(0)));
  const order = {
    id: uuidv7(tx.now),
    number: origin.number ?? numberFor(tx.now),
    accessKey: accessKey(),
    total: fen(goods - discount + freight),
    holdExpiresAt: addMinutes(tx.now, holdMinutesOf(origin.buyerKind ?? 'shopper')),
    repeated: false,
  };
  const pools = held.map((draw) => draw.poolId);
  const uses = discounts.map(({ promotion, total }) => ({ promotionId: promotion.id, fen: total }));
  const [tags] = await Promise.all([
    tagsOfPools(tx, pools, emptied),
    insertOrder(tx, { ...order, goods, discount, freight, input, origin, region, requestHash, parcels, held }),
    holdUses(tx, order.id, buyer, uses),
  ]);
  await purge(tx, tags);
  return order;
}

function buyerOf(ctx: Ctx, input: PlaceOrder): string {
  return present(buyerKeyOf(ctx.actor.id, input.phone), 'a buyer with a phone');
}

function notEnough(parcels: PricedParcel[], [short]: Shortage[]): DomainError {
  assert(short, 'a shortage says of what');
  const line = parcels
    .flatMap((parcel) => parcel.lines)
    .find(
      ({ offer }) =>
        offer.organizationId === short.organizationId &&
        offer.contents.some((part) => part.produceId === short.produceId),
    );
  const part = line?.offer.contents.find((candidate) => candidate.produceId === short.produceId);
  const packs = part ? Math.floor(short.available / part.quantity) : 0;
  return new DomainError('conflict', packs === 0 ? 'stock.sold-out' : 'stock.not-enough', {
    pack: line?.offer.pack ?? '',
    product: line ? inLanguage(line.offer.productName, 'zh-CN') : '',
    productEn: line ? inLanguage(line.offer.productName, 'en') : '',
    packs,
  });
}

/** Prices what the cart says by what is on sale now. A coupon that does not help is refused unless the buyer saw the price without it. */
async function priceItems(ctx: Ctx, items: readonly CartItem[], input: PlaceOrder): Promise<PricedBasket> {
  if (items.length === 0) throw new DomainError('invalid', 'orders.cart-empty');
  const packs = items.map((item) => item.pack);
  const offers = new Map((await findOffers(ctx, packs)).map((offer) => [offer.pack, offer]));
  const wanted = items.map(({ pack, count }) => ({ offer: onSale(offers.get(pack), pack), count }));
  if (wanted.some(({ offer }) => offer.perishable) && !input.perishableConfirmed) {
    throw new DomainError('invalid', 'orders.perishable-unconfirmed');
  }
  const wish = { region: input.region, coupon: input.coupon || null, buyer: buyerOf(ctx, input) };
  const basket = await priceBasket(ctx, wanted, wish, 'draws-for-promotions');
  for (const parcel of basket.parcels) {
    if (parcel.freightRefusal)
      throw new DomainError('conflict', 'orders.perishable-far', { seller: parcel.offer.sellerCode });
    if (parcel.freight === null)
      throw new DomainError('conflict', 'orders.no-freight', { seller: parcel.offer.sellerCode });
  }
  const total = payableOf(basket.parcels);
  if (basket.coupon?.problem && input.total !== total) throw couponRefusal(basket.coupon.problem);
  if (input.total !== undefined && input.total !== total) {
    throw new DomainError('conflict', 'orders.price-changed', { seen: input.total, total });
  }
  return basket;
}

function onSale(offer: Offer | undefined, pack: string): Offer {
  if (!offer?.onSale) throw new DomainError('conflict', 'orders.off-sale', { pack });
  return offer;
}

async function findByKey(ctx: Ctx, key: string, requestHash: string): Promise<PlacedOrder | null> {
  const row = await rowOf<{
    id: string;
    number: string;
    access_key: string;
    total_fen: Fen;
    hold_expires_at: string;
    request_hash: string;
  }>(
    ctx,
    sql`select id, number, access_key, total_fen, hold_expires_at, request_hash from trade_order
        where idempotency_key = ${key}`,
  );
  if (!row) return null;
  if (!isSameRequest(row.request_hash, requestHash)) throw new DomainError('conflict', 'orders.key-reused');
  return {
    id: row.id,
    number: row.number,
    accessKey: row.access_key,
    total: row.total_fen,
    holdExpiresAt: new Date(row.hold_expires_at),
    repeated: true,
  };
}

/** The day in Nanping and six characters drawn at random: short enough to read out, and tells nothing of how many were sold. */
function numberFor(now: Date): string {
  return `${businessDayOf(now).replaceAll('-', '').slice(2)}-${readableCode(6)}`;
}

/** What was asked, in two halves: all that was stated, and what the cart held; the second is empty where the cart is. */
function hashOf(items: readonly CartItem[], input: PlaceOrder): string {
  const { key: _, coupon = '', ...content } = input;
  return `${digestOf(content)}.${items.length === 0 ? '' : digestOf({ items, coupon })}`;
}

function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** Placing an order empties its cart: asked again, an empty cart says nothing of the goods. */
function isSameRequest(kept: string, asked: string): boolean {
  return asked.endsWith('.') ? kept.startsWith(asked) : kept === asked;
}

function isKeyTaken(error: unknown): boolean {
  return (
    error instanceof Error && /trade_order_idempotency_key_key/.test(`${error.message} ${String(error.cause ?? '')}`)
  );
}
