import { type Offer, saleTerms } from '#server/catalog/index.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { addFen, type Fen, fen, formatYuan } from '#server/kernel/money.ts';
import type { Ctx } from '#server/platform/index.ts';
import type { CouponProblem } from '#server/promotions/contract.ts';
import {
  type BuyerKey,
  couponProblem,
  type Discount,
  discountBasket,
  findBasketPromotions,
  type Promotion,
  totalOff,
} from '#server/promotions/index.ts';
import { foreseeDraws, type HeldDraw } from '#server/stock/index.ts';
import { demandsOf, discountableLines } from './expected-households.ts';
import { discountParcels, type PricedParcel, priceLine, priceParcels } from './order.pricing.ts';

export type BasketItem = { offer: Offer; count: number };

/** For whom a basket is priced: where it goes (any code that begins with a province), the coupon typed, and who buys. */
export type BasketWish = { region: string | null; coupon: string | null; buyer: BuyerKey };

/** Whether to look from which shares it would be drawn even where no promotion asks for it. */
export type Foresight = 'draws' | 'draws-for-promotions';

/** A basket as it would be bought now, with what promotions take off it. */
export type PricedBasket = {
  parcels: PricedParcel[];
  discounts: Discount[];
  draws: HeldDraw[];
  coupon: { code: string; problem: { problem: CouponProblem; missing?: Fen } | null } | null;
};

/** Prices goods, freight and discounts by what holds now; nothing is locked and nothing promised. */
export async function priceBasket(
  ctx: Ctx,
  items: readonly BasketItem[],
  wish: BasketWish,
  foresight: Foresight,
): Promise<PricedBasket> {
  const today = businessDayOf(ctx.now);
  const sellers = [...new Set(items.map(({ offer }) => offer.organizationId))];
  const terms = await saleTerms(ctx, today, sellers, wish.region?.slice(0, 2) ?? null);
  const lines = items.map(({ offer, count }) => priceLine(offer, count, terms.platformBasisPoints));
  const parcels = priceParcels(lines, terms.rates);
  const promotions = await findBasketPromotions(ctx, wish.coupon, wish.buyer);
  const needsDraws = foresight === 'draws' || promotions.length > 0;
  const draws = needsDraws ? await foreseeDraws(ctx, demandsOf(parcels), today) : [];
  const discountable = discountableLines(parcels, draws);
  const discounts = discountBasket(discountable, promotions, ctx.now);
  return {
    parcels: discountParcels(parcels, discounts),
    discounts,
    draws,
    coupon: wish.coupon
      ? { code: wish.coupon, problem: couponProblem(wish.coupon, promotions, discountable, discounts, ctx.now) }
      : null,
  };
}

/**
 * The same discounts once more, from promotions behind their locks and goods that are held. Refuses (the coupon's own
 * reason, or `orders.price-changed`) when they come to something else than the buyer was told: a price is never changed
 * in passing.
 */
export function discountAgain(
  basket: PricedBasket,
  locked: readonly Promotion[],
  held: readonly HeldDraw[],
  now: Date,
): { parcels: PricedParcel[]; discounts: Discount[] } {
  const discountable = discountableLines(basket.parcels, held);
  const discounts = discountBasket(discountable, locked, now);
  const [before, after] = [totalOff(basket.discounts), totalOff(discounts)];
  if (before !== after) {
    const coupon = basket.coupon?.problem === null ? basket.coupon.code : null;
    const problem = coupon === null ? null : couponProblem(coupon, locked, discountable, discounts, now);
    if (problem) throw couponRefusal(problem);
    const seen = payableOf(basket.parcels);
    throw new DomainError('conflict', 'orders.price-changed', { seen, total: seen + before - after });
  }
  return { parcels: discountParcels(basket.parcels, discounts), discounts };
}

/** What the buyer pays: goods less discounts, and freight as far as it is known. */
export function payableOf(parcels: readonly PricedParcel[]): Fen {
  return addFen(...parcels.map(({ goods, discount, freight }) => fen(goods - discount + (freight ?? 0))));
}

/** Why a coupon does not help, as a refusal; its sentence is the one that stands beside the field. */
export function couponRefusal({ problem, missing }: { problem: CouponProblem; missing?: Fen }): DomainError {
  return new DomainError(
    'conflict',
    `promotions.${problem}`,
    missing === undefined ? {} : { missing: formatYuan(missing) },
  );
}
