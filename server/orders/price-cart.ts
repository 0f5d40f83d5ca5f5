import { findOffers, type Offer, saleTerms } from '#server/catalog/index.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { addMakeUps, emptyMakeUp, type MakeUp } from '#server/kernel/make-up.ts';
import { addFen, type Fen, fen } from '#server/kernel/money.ts';
import { priceOfQuantity } from '#server/kernel/quantity.ts';
import { asRecords, authorize, type Ctx, rowsOf, sql } from '#server/platform/index.ts';
import { foreseeDraws, type HeldDraw } from '#server/stock/index.ts';
import type { CartItem } from './cart.ts';
import type { CartLineView, CartSellerView, CartView } from './contract.ts';
import { type PricedLine, type PricedParcel, priceLine, priceParcels } from './order.pricing.ts';

const SCARCE_PACKS = 20;

/**
 * A cart as it would be bought now: parcels per seller, what is short (all lines of a pool summed), freight where the
 * place is known (any code that begins with a province), and who would get the money.
 */
export async function priceCart(ctx: Ctx, items: readonly CartItem[], region: string | null): Promise<CartView> {
  authorize(ctx, 'cart.use');
  const offers = new Map(
    (
      await findOffers(
        ctx,
        items.map((item) => item.pack),
      )
    ).map((offer) => [offer.pack, offer]),
  );
  const known = items.flatMap((item) => {
    const offer = offers.get(item.pack);
    return offer ? [{ offer, count: item.count }] : [];
  });
  if (known.length === 0) return emptyCart;

  const sellers = [...new Set(known.map(({ offer }) => offer.organizationId))];
  const province = region?.slice(0, 2) ?? null;
  const terms = await saleTerms(ctx, businessDayOf(ctx.now), sellers, province);
  const lines = known.map(({ offer, count }) => priceLine(offer, count, terms.platformBasisPoints));
  const parcels = priceParcels(lines, terms.rates);
  const shelves = await shelvesOf(
    ctx,
    known.map(({ offer }) => offer),
  );
  const wanted = wantedByPool(lines);

  const views = parcels.map((parcel) => sellerView(parcel, shelves, wanted));
  const goods = addFen(...parcels.map((parcel) => parcel.goods));
  const freight = parcels.every((parcel) => parcel.freight !== null)
    ? addFen(...parcels.map((parcel) => parcel.freight ?? fen(0)))
    : null;
  return {
    sellers: views,
    packs: known.reduce((sum, { count }) => sum + count, 0),
    goods,
    freight,
    total: freight === null ? null : addFen(goods, freight),
    perishable: known.some(({ offer }) => offer.perishable),
    makeUp: await cartMakeUp(ctx, parcels),
    canCheckOut: views.every((seller) => !seller.freightRefusal && seller.lines.every((line) => !line.problem)),
  };
}

const emptyCart: CartView = {
  sellers: [],
  packs: 0,
  goods: fen(0),
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
    grossGrams: parcel.grossGrams,
    freight: parcel.freight,
    freightRefusal: parcel.freightRefusal,
    freeFreightAfter: parcel.freeFreightAfter,
  };
}

function lineView(
  { offer, count, amount }: PricedLine,
  shelves: Map<string, number>,
  wanted: Map<string, number>,
): CartLineView {
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
    perishable: offer.perishable,
    left: left < SCARCE_PACKS || problem ? left : null,
    problem,
  };
}

/** Who would get the money if the cart were bought now, from the very shares it would be drawn from. */
async function cartMakeUp(ctx: Ctx, parcels: PricedParcel[]): Promise<MakeUp | null> {
  const lines = parcels.flatMap((parcel) => parcel.lines);
  const demands = lines.flatMap(({ offer, count }, index) =>
    offer.contents.map(({ produceId, quantity }) => ({
      key: String(index),
      organizationId: offer.organizationId,
      produceId,
      packQuantity: quantity,
      count,
    })),
  );
  const draws = await foreseeDraws(ctx, demands, businessDayOf(ctx.now));
  const none = fen(0);
  const parts: MakeUp[] = parcels.map((parcel) => ({ ...emptyMakeUp, freight: parcel.freight ?? none }));
  for (const [index, line] of lines.entries()) {
    const household = householdOf(
      line,
      draws.filter((draw) => draw.key === String(index)),
    );
    if (household === null) return null;
    const seller = fen(line.amount - household - line.packing - line.platform);
    parts.push({ household, seller, packing: line.packing, freight: none, platform: line.platform });
  }
  return addMakeUps(...parts);
}

/** Null when a produce of the line cannot be drawn. */
function householdOf({ offer }: PricedLine, draws: HeldDraw[]): Fen | null {
  if (offer.contents.some(({ produceId }) => !draws.some((draw) => draw.produceId === produceId))) return null;
  return addFen(
    ...draws.map(({ produceId, quantity, agreedPrice }) => {
      const unit = offer.contents.find((part) => part.produceId === produceId)?.baseUnit ?? 'gram';
      return priceOfQuantity(quantity, agreedPrice, unit);
    }),
  );
}
