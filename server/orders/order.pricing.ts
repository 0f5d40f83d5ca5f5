import type { FreightRate, Offer } from '#server/catalog/index.ts';
import { quoteFreight } from '#server/catalog/index.ts';
import { addFen, type Fen, fen, multiplyRatio } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import type { Discount } from '#server/promotions/index.ts';

const BASIS_POINTS = 10_000;

/** What a promotion takes off a line, and who bears it: the line's own `seller`, the `platform`, or an organization by its id. */
export type LineDiscount = { code: string; name: LocalizedText; funder: string; fen: Fen };

/**
 * A line of an order with its money: its amount before discounts, and of it what packing and platform get. Households
 * come first of the rest; what the buyer pays is the amount less its discounts.
 */
export type PricedLine = {
  offer: Offer;
  count: number;
  amount: Fen;
  packing: Fen;
  platform: Fen;
  discounts: LineDiscount[];
};

/** One seller's part: its lines, goods and freight. `freight` is null while the place is unknown. */
export type PricedParcel = {
  organizationId: string;
  offer: Offer;
  lines: PricedLine[];
  goods: Fen;
  discount: Fen;
  grossGrams: number;
  freight: Fen | null;
  freightRefusal: 'perishable-far' | null;
  freeFreightAfter: Fen | null;
};

export function priceLine(offer: Offer, count: number, platformBasisPoints: number): PricedLine {
  const amount = fen(offer.price * count);
  return {
    offer,
    count,
    amount,
    packing: fen(offer.packing * count),
    platform: fen(multiplyRatio(amount, platformBasisPoints, BASIS_POINTS)),
    discounts: [],
  };
}

/** Groups lines into one parcel per seller, in the order sellers first appear, and prices each parcel's freight. */
export function priceParcels(lines: PricedLine[], rates: Map<string, FreightRate> | null): PricedParcel[] {
  const bySeller = new Map<string, PricedLine[]>();
  for (const line of lines) {
    bySeller.set(line.offer.organizationId, [...(bySeller.get(line.offer.organizationId) ?? []), line]);
  }
  return [...bySeller.values()].map((parcelLines) => priceParcel(parcelLines, rates));
}

function priceParcel(lines: PricedLine[], rates: Map<string, FreightRate> | null): PricedParcel {
  const [first] = lines as [PricedLine];
  const goods = addFen(...lines.map((line) => line.amount));
  const grossGrams = lines.reduce((sum, line) => sum + line.offer.grossGrams * line.count, 0);
  const perishable = lines.some((line) => line.offer.perishable);
  const rate = rates?.get(first.offer.organizationId);
  const quote = rate ? quoteFreight(rate, grossGrams, goods, perishable) : null;
  return {
    organizationId: first.offer.organizationId,
    offer: first.offer,
    lines,
    goods,
    discount: addFen(...lines.map(discountOf)),
    grossGrams,
    freight: quote && 'fen' in quote ? quote.fen : null,
    freightRefusal: quote && 'refusal' in quote ? quote.refusal : null,
    freeFreightAfter: quote && 'fen' in quote ? quote.freeAfter : null,
  };
}

/** The parcels with what discounts take off their lines, counted through all parcels. Freight is for the goods at full price. */
export function discountParcels(parcels: readonly PricedParcel[], discounts: readonly Discount[]): PricedParcel[] {
  let index = 0;
  return parcels.map((parcel) => {
    const lines = parcel.lines.map((line) => ({ ...line, discounts: discountsOfLine(discounts, index++) }));
    return { ...parcel, lines, discount: addFen(...lines.map(discountOf)) };
  });
}

/** What the buyer pays less for a line. */
export function discountOf(line: Pick<PricedLine, 'discounts'>): Fen {
  return addFen(...line.discounts.map((discount) => discount.fen));
}

/** The part of a line's discount that its seller bears. */
export function sellerFundedOf(line: Pick<PricedLine, 'discounts'>): Fen {
  return addFen(...line.discounts.filter(({ funder }) => funder === 'seller').map((discount) => discount.fen));
}

function discountsOfLine(discounts: readonly Discount[], index: number): LineDiscount[] {
  return discounts.flatMap(({ promotion, lines }) => {
    const part = lines[index] ?? fen(0);
    return part === 0 ? [] : [{ code: promotion.code, name: promotion.name, funder: promotion.funder, fen: part }];
  });
}
