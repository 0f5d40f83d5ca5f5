import fc from 'fast-check';
import { allocateFen, type Fen, fen } from '#server/kernel/money.ts';
import { earn } from '#server/orders/earning.ts';
import { type DrawableShare, drawPacks } from '#server/stock/draw.ts';
import type { LineLeft } from './line-money.ts';
import { lessRefund } from './split-refund.ts';
import type { GoodsBack, Unwound } from './unwind-line.ts';

/** One line of a sale: what it was sold for, who funds how much of its discount, and the shares it may be drawn from. */
export const aSale = fc.record({
  packQuantity: fc.integer({ min: 1, max: 5_000 }),
  count: fc.integer({ min: 1, max: 12 }),
  price: fc.integer({ min: 2, max: 200_000 }),
  packing: fc.integer({ min: 0, max: 900 }),
  platform: fc.integer({ min: 0, max: 900 }),
  discountPart: fc.integer({ min: 0, max: 99 }),
  funders: fc.uniqueArray(fc.constantFrom('seller', 'platform', 'county'), { maxLength: 3 }),
  households: fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 4 }),
});

export type Sale = typeof aSale extends fc.Arbitrary<infer T> ? T : never;

/** Sells the line as the trade does: drawn by fair turn, earned at the agreed prices, the seller gets what is left. */
export function sell(sale: Sale): { line: LineLeft; total: Fen } {
  const wanted = sale.packQuantity * sale.count;
  const shares: DrawableShare[] = sale.households.map((agreedPrice, index) => ({
    id: `share-${index}`,
    lotId: 'lot',
    householdId: `household-${index}`,
    agreedPrice,
    bestBefore: '2027-01-01',
    received: wanted,
    available: wanted,
    taken: 0,
  }));
  const draws = drawPacks(shares, sale.packQuantity, sale.count) ?? [];
  const amount = fen(sale.price * sale.count);
  const discount = fen(Math.min(amount - 1, Math.floor((amount * sale.discountPart) / 100)));
  const parts =
    sale.funders.length > 0
      ? allocateFen(
          discount,
          sale.funders.map(() => 1),
        )
      : [];
  const funded = sale.funders.map((funder, index) => ({ funder, fen: parts[index] ?? fen(0) }));
  const sellerFunded = funded.find(({ funder }) => funder === 'seller')?.fen ?? fen(0);
  const taken = sale.funders.length > 0 ? discount : fen(0);
  const { allocations, lines } = earn(
    draws.map((draw) => ({
      id: draw.shareId,
      lineId: 'line',
      ...draw,
      baseUnit: 'gram' as const,
      earnedQuantity: 0,
      earnedFen: 0,
    })),
    [
      {
        id: 'line',
        parcelId: 'parcel',
        amount,
        sellerFunded,
        packing: fen(sale.packing),
        platform: fen(sale.platform),
      },
    ],
  );
  const paid = fen(amount - taken);
  const line: LineLeft = {
    id: 'line',
    position: 0,
    count: sale.count,
    countLeft: sale.count,
    toSend: sale.count,
    withBuyer: 0,
    catchWeight: false,
    money: {
      paid,
      funded: funded.filter(({ funder }) => funder !== 'seller'),
      households: allocations.map((allocation) => ({ allocationId: allocation.id, fen: allocation.fen })),
      seller: lines[0]?.seller ?? fen(0),
      packing: fen(sale.packing),
      platform: fen(sale.platform),
    },
    allocations: allocations.map((allocation) => ({
      id: allocation.id,
      shareId: allocation.shareId,
      lotCode: 'L1',
      householdId: allocation.householdId,
      householdCode: allocation.householdId,
      produceId: 'produce',
      quantity: allocation.quantity,
      sent: 0,
      unsent: 0,
      returned: 0,
      earned: allocation.fen,
      left: allocation.fen,
    })),
  };
  return { line, total: paid };
}

/** Sends so many packs, first drawn first. */
export function send(line: LineLeft, packs: number, packQuantity: number): void {
  let missing = packs * packQuantity;
  line.toSend -= packs;
  line.withBuyer += packs;
  for (const allocation of line.allocations) {
    const taken = Math.min(missing, allocation.quantity - allocation.sent - allocation.unsent);
    allocation.sent += taken;
    missing -= taken;
  }
}

/** What a refund leaves, as the database would hold it. */
export function book(line: LineLeft, back: Unwound, goods: GoodsBack): void {
  line.countLeft -= back.count;
  if (goods === 'unsent') line.toSend -= back.count;
  if (goods === 'returned') line.withBuyer -= back.count;
  line.money = lessRefund(line.money, back.money);
  for (const [index, allocation] of line.allocations.entries()) {
    allocation.left = line.money.households[index]?.fen ?? fen(0);
  }
  for (const { allocation, quantity } of back.quantities) {
    if (goods === 'unsent') allocation.unsent += quantity;
    if (goods === 'returned') allocation.returned += quantity;
  }
}

export function sumOf({ money }: Pick<Unwound, 'money'>): number {
  const got = money.households.reduce((sum, part) => sum + part.fen, 0) + money.seller + money.packing + money.platform;
  return got - money.funded.reduce((sum, part) => sum + part.fen, 0);
}
