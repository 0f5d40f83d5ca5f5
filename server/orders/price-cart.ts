import { findOffers, type Offer } from '#server/catalog/index.ts';
import { addMakeUps, emptyMakeUp, type MakeUp } from '#server/kernel/make-up.ts';
import { addFen, fen } from '#server/kernel/money.ts';
import { asRecords, authorize, type Ctx, rowsOf, sql } from '#server/platform/index.ts';
import type { DiscountView } from '#server/promotions/contract.ts';
import { buyerKeyOf, type Discount, totalOff } from '#server/promotions/index.ts';
import type { CartItem } from './cart.ts';
import { catchWeightOf } from './catch-weight.ts';
import type { CartLineView, CartSellerView, CartView } from './contract.ts';
import { expectedHousehold, lineKey } from './expected-households.ts';
import { discountOf, type PricedLine, type PricedParcel, sellerFundedOf } from './order.pricing.ts';
import { type PricedBasket, payableOf, priceBasket } from './price-basket.ts';

const SCARCE_PACKS = 20;

/**
 * A cart as it would be bought now: parcels per seller, what is short (all lines of a pool summed), what promotions take
 * off, freight where the place is known (any code that begins with a province), and who would get the money.
 */
export async function priceCart(
  ctx: Ctx,
  items: readonly CartItem[],
  region: string | null,
  coupon: string | null = null,
): Promise<CartView> {
  authorize(ctx, 'cart.use');
  const packs = items.map((item) => item.pack);
  const offers = new Map((await findOffers(ctx, packs)).map((offer) => [offer.pack, offer]));
  const known = items.flatMap((item) => {
    const offer = offers.get(item.pack);
    return offer ? [{ offer, count: item.count }] : [];
  });
  if (known.length === 0) return { ...emptyCart, coupon: coupon === null ? null : { code: coupon, problem: null } };

  const wish = { region, coupon, buyer: buyerKeyOf(ctx.actor.id, null) };
  const basket = await priceBasket(ctx, known, wish, 'draws');
  const { parcels } = basket;
  const lines = parcels.flatMap((parcel) => parcel.lines);
  const shelves = await shelvesOf(
    ctx,
    known.map(({ offer }) => offer),
  );
  const wanted = wantedByPool(lines);
  const views = parcels.map((parcel) => sellerView(parcel, shelves, wanted));
  const freight = parcels.every((parcel) => parcel.freight !== null)
    ? addFen(...parcels.map((parcel) => parcel.freight ?? fen(0)))
    : null;
  return {
    sellers: views,
    packs: known.reduce((sum, { count }) => sum + count, 0),
    goods: addFen(...parcels.map((parcel) => parcel.goods)),
    discount: totalOff(basket.discounts),
    discounts: basket.discounts.map(discountView),
    coupon: couponView(basket),
    freight,
    total: freight === null ? null : payableOf(parcels),
    perishable: known.some(({ offer }) => offer.perishable),
    makeUp: cartMakeUp(basket),
    canCheckOut: views.every((seller) => !seller.freightRefusal && seller.lines.every((line) => !line.problem)),
  };
}

const emptyCart: CartView = {
  sellers: [],
  packs: 0,
  goods: fen(0),
  discount: fen(0),
  discounts: [],
  coupon: null,
  freight: null,
  total: null,
  perishable: false,
  makeUp: null,
  canCheckOut: false,
};

function poolKey(offer: Offer, produceId: string): string {
  return `${offer.organizationId} ${produceId}`;
}

/** What each pool still has to sell. */
async function shelvesOf(ctx: Ctx, offers: Offer[]): Promise<Map<string, number>> {
  const pairs = offers.flatMap((offer) =>
    offer.contents.map(({ produceId }) => ({ organization_id: offer.organizationId, produce_id: produceId })),
  );
  const rows = await rowsOf<{ key: string; available: number }>(
    ctx,
    sql`select pool.organization_id || ' ' || pool.produce_id as key, pool.available from pool
        where (pool.organization_id, pool.produce_id) in (
          select organization_id, produce_id from jsonb_to_recordset(${asRecords(pairs)})
            as pair(organization_id uuid, produce_id uuid))`,
  );
  return new Map(rows.map((row) => [row.key, row.available]));
}

function wantedByPool(lines: PricedLine[]): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const { offer, count } of lines) {
    for (const { produceId, quantity } of offer.contents) {
      const key = poolKey(offer, produceId);
      wanted.set(key, (wanted.get(key) ?? 0) + quantity * count);
    }
  }
  return wanted;
}

function sellerView(parcel: PricedParcel, shelves: Map<string, number>, wanted: Map<string, number>): CartSellerView {
  return {
    code: parcel.offer.sellerCode,
    name: parcel.offer.sellerName,
    lines: parcel.lines.map((line) => lineView(line, shelves, wanted)),
    goods: parcel.goods,
    discount: parcel.discount,
    grossGrams: parcel.grossGrams,
    freight: parcel.freight,
    freightRefusal: parcel.freightRefusal,
    freeFreightAfter: parcel.freeFreightAfter,
  };
}

function lineView(line: PricedLine, shelves: Map<string, number>, wanted: Map<string, number>): CartLineView {
  const { offer, count, amount } = line;
  const left = Math.min(
    ...offer.contents.map(({ produceId, quantity }) => {
      const key = poolKey(offer, produceId);
      const others = (wanted.get(key) ?? 0) - quantity * count;
      return Math.max(0, Math.floor(((shelves.get(key) ?? 0) - others) / quantity));
    }),
  );
  const problem = !offer.onSale ? 'off-sale' : left === 0 ? 'sold-out' : left < count ? 'not-enough' : null;
  return {
    pack: offer.pack,
    productSlug: offer.productSlug,
    productName: offer.productName,
    packName: offer.packName,
    family: offer.family,
    count,
    unitPrice: offer.price,
    amount,
    discount: discountOf(line),
    catchWeight: catchWeightOf(offer),
    perishable: offer.perishable,
    left: left < SCARCE_PACKS || problem ? left : null,
    problem,
  };
}

function discountView({ promotion, total }: Discount): DiscountView {
  const { code, name, funderKind, funderName } = promotion;
  return { code, name, funder: funderKind, funderName, fen: total };
}

function couponView({ coupon }: PricedBasket): CartView['coupon'] {
  if (coupon === null) return null;
  const { code, problem } = coupon;
  return { code, problem: problem && { code: problem.problem, missing: problem.missing ?? null } };
}

/**
 * Who would get the money if the cart were bought now, from the very shares it would be drawn from. What a seller bears of
 * a discount is out of his part; what others bear is in, as he gets it from them.
 */
function cartMakeUp({ parcels, draws }: PricedBasket): MakeUp | null {
  const drawsOf = Map.groupBy(draws, (draw) => draw.key);
  const none = fen(0);
  const parts: MakeUp[] = parcels.map((parcel) => ({ ...emptyMakeUp, freight: parcel.freight ?? none }));
  for (const [parcelIndex, parcel] of parcels.entries()) {
    for (const [lineIndex, line] of parcel.lines.entries()) {
      const household = expectedHousehold(line, drawsOf.get(lineKey(parcelIndex, lineIndex)) ?? []);
      if (household === null) return null;
      const seller = fen(line.amount - sellerFundedOf(line) - household - line.packing - line.platform);
      parts.push({ household, seller, packing: line.packing, freight: none, platform: line.platform });
    }
  }
  return addMakeUps(...parts);
}
