import { addFen, type Fen, fen } from '#server/kernel/money.ts';
import { priceOfQuantity } from '#server/kernel/quantity.ts';
import type { DiscountableLine } from '#server/promotions/index.ts';
import type { Demand, HeldDraw } from '#server/stock/index.ts';
import type { PricedLine, PricedParcel } from './order.pricing.ts';

/** A household's rounding runs over all sales of its share, so one sale may bring it a fen more than its own rounding. */
const ROUNDING_FEN = 1;

/** What parcels need of each pool; the key says of which parcel and line. */
export function demandsOf(parcels: readonly PricedParcel[]): Demand[] {
  return parcels.flatMap((parcel, parcelIndex) =>
    parcel.lines.flatMap(({ offer, count }, lineIndex) =>
      offer.contents.map(({ produceId, quantity }) => ({
        key: lineKey(parcelIndex, lineIndex),
        organizationId: offer.organizationId,
        produceId,
        packQuantity: quantity,
        count,
      })),
    ),
  );
}

export function lineKey(parcelIndex: number, lineIndex: number): string {
  return `${parcelIndex}.${lineIndex}`;
}

/** What households would get of a line by the shares it is drawn from; null when a produce of it cannot be drawn. */
export function expectedHousehold({ offer }: PricedLine, draws: readonly HeldDraw[]): Fen | null {
  if (offer.contents.some(({ produceId }) => !draws.some((draw) => draw.produceId === produceId))) return null;
  return addFen(
    ...draws.map(({ produceId, quantity, agreedPrice }) => {
      const unit = offer.contents.find((part) => part.produceId === produceId)?.baseUnit ?? 'gram';
      return priceOfQuantity(quantity, agreedPrice, unit);
    }),
  );
}

/** The lines of parcels as promotions see them: the seller's own is what households, packing and platform leave him. */
export function discountableLines(parcels: readonly PricedParcel[], draws: readonly HeldDraw[]): DiscountableLine[] {
  const drawsOf = Map.groupBy(draws, (draw) => draw.key);
  return parcels.flatMap((parcel, parcelIndex) =>
    parcel.lines.map((line, lineIndex) => {
      const own = drawsOf.get(lineKey(parcelIndex, lineIndex)) ?? [];
      const household = expectedHousehold(line, own);
      const kept = own.length * ROUNDING_FEN;
      return {
        organizationId: line.offer.organizationId,
        productId: line.offer.productId,
        family: line.offer.family,
        amount: line.amount,
        sellerPart: household === null ? 0 : fen(line.amount - household - kept - line.packing - line.platform),
      };
    }),
  );
}
