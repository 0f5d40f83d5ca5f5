import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocateFen, type Fen, fen } from '#server/kernel/money.ts';
import { earn } from '#server/orders/earning.ts';
import { type DrawableShare, drawPacks } from '#server/stock/draw.ts';
import type { AllocationLeft, LineLeft } from './line-money.ts';
import { lessRefund } from './split-refund.ts';
import { type GoodsBack, type RefundLine, type Unwound, unwindLine } from './unwind-line.ts';

const RUNS = 10_000;

/** One line of a sale: what it was sold for, who funds how much of its discount, and the shares it may be drawn from. */
const aSale = fc.record({
  packQuantity: fc.integer({ min: 1, max: 5_000 }),
  count: fc.integer({ min: 1, max: 12 }),
  price: fc.integer({ min: 2, max: 200_000 }),
  packing: fc.integer({ min: 0, max: 900 }),
  platform: fc.integer({ min: 0, max: 900 }),
  discountPart: fc.integer({ min: 0, max: 99 }),
  funders: fc.uniqueArray(fc.constantFrom('seller', 'platform', 'county'), { maxLength: 3 }),
  households: fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 4 }),
});

/** What is done to the line afterwards, each taken as far as it goes. */
const deeds = fc.array(
  fc.record({
    deed: fc.constantFrom('send', 'unsent', 'returned', 'kept', 'amount', 'seller-bears' as const),
    part: fc.integer({ min: 1, max: 100 }),
  }),
  { maxLength: 12 },
);

type Sale = typeof aSale extends fc.Arbitrary<infer T> ? T : never;

/** Sells the line as the trade does: drawn by fair turn, earned at the agreed prices, the seller gets what is left. */
function sell(sale: Sale): { line: LineLeft; total: Fen } {
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
function send(line: LineLeft, packs: number, packQuantity: number): void {
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
function book(line: LineLeft, back: Unwound, goods: GoodsBack): void {
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

function sumOf({ money }: Pick<Unwound, 'money'>): number {
  const got = money.households.reduce((sum, part) => sum + part.fen, 0) + money.seller + money.packing + money.platform;
  return got - money.funded.reduce((sum, part) => sum + part.fen, 0);
}

function refund(line: LineLeft, wanted: RefundLine, goods: GoodsBack, bearer: 'source' | 'seller' = 'source'): Fen {
  const before = structuredClone(line);
  const back = unwindLine(line, wanted, goods, bearer);
  // Each refund adds up: the parties' parts less what funders get back are what the buyer gets.
  expect(sumOf(back)).toBe(back.money.paid);
  book(line, back, goods);
  for (const [index, part] of line.money.households.entries()) {
    expect(part.fen, 'no household gives back more than it got').toBeGreaterThanOrEqual(0);
    expect(part.fen).toBeLessThanOrEqual(before.money.households[index]?.fen ?? 0);
  }
  expect(line.money.packing).toBeGreaterThanOrEqual(0);
  expect(line.money.platform).toBeGreaterThanOrEqual(0);
  return back.money.paid;
}

test('whatever is sent, missing, returned or spoiled, every refund adds up, and given back to the end nobody has a fen left', () => {
  fc.assert(
    fc.property(aSale, deeds, (sale, afterwards) => {
      const { line, total } = sell(sale);
      expect(line.allocations.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(sale.packQuantity * sale.count);
      expect(sumOf(line)).toBe(total);
      let back = 0;
      let sellerBore = 0;

      for (const { deed, part } of afterwards) {
        const unsentPacks = Math.min(line.countLeft, line.toSend);
        const sentPacks = Math.min(line.countLeft, line.withBuyer);
        const some = (most: number) => Math.ceil((most * part) / 100);
        if (deed === 'send') send(line, some(unsentPacks), sale.packQuantity);
        if (deed === 'unsent' && unsentPacks > 0)
          back += refund(line, { lineId: 'line', count: some(unsentPacks) }, 'unsent');
        if (deed === 'returned' && sentPacks > 0)
          back += refund(line, { lineId: 'line', count: some(sentPacks) }, 'returned');
        if (deed === 'kept' && line.countLeft > 0)
          back += refund(line, { lineId: 'line', count: some(line.countLeft) }, 'kept');
        const amount = fen(some(line.money.paid));
        if (deed === 'amount') back += refund(line, { lineId: 'line', amount }, 'kept');
        if (deed === 'seller-bears') {
          const bore = refund(line, { lineId: 'line', amount }, 'kept', 'seller');
          back += bore;
          sellerBore += bore;
        }
      }
      const last = line.money.paid;
      if (last > 0) back += refund(line, { lineId: 'line', amount: last }, 'kept');

      expect(back, 'the buyer has all of it back').toBe(total);
      if (sellerBore === 0) {
        expect(line.money).toMatchObject({ paid: 0, seller: 0, packing: 0, platform: 0 });
        expect([...line.money.households, ...line.money.funded].every((part) => part.fen === 0)).toBe(true);
      }
      expect(sumOf(line), 'what is left with the parties is nobody’s but theirs').toBe(0);
    }),
    { numRuns: RUNS },
  );
}, 120_000);

test('a neighbour’s missing jar takes no fen from the household whose jar was sent', () => {
  const sale = { packQuantity: 500, count: 2, price: 4500, packing: 200, platform: 270, discountPart: 0, funders: [] };
  const { line } = sell({ ...sale, households: [5000, 5000] });
  const [first, second] = line.allocations as [AllocationLeft, AllocationLeft];
  send(line, 1, 500);

  refund(line, { lineId: 'line', count: 1 }, 'unsent');

  expect([first.sent, first.left]).toEqual([500, 2500]);
  expect([second.unsent, second.left]).toEqual([500, 0]);
});

test('what was sent cannot go back as unsent, and what was not sent cannot come back', () => {
  const sale = { packQuantity: 500, count: 3, price: 4500, packing: 200, platform: 270, discountPart: 0, funders: [] };
  const { line } = sell({ ...sale, households: [5000] });
  send(line, 1, 500);

  const left = (packs: number) => ({ code: 'refunds.more-than-left', params: { left: packs } });

  expect(() => unwindLine(line, { lineId: 'line', count: 3 }, 'unsent', 'source')).toThrow(
    expect.objectContaining(left(2)),
  );
  expect(() => unwindLine(line, { lineId: 'line', count: 2 }, 'returned', 'source')).toThrow(
    expect.objectContaining(left(1)),
  );
  expect(unwindLine(line, { lineId: 'line', count: 3 }, 'kept', 'source').money.paid).toBe(13_500);
});
