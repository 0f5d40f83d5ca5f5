import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fen, fen } from '#server/kernel/money.ts';
import type { AllocationLeft, LineLeft } from './line-money.ts';
import { aSale, book, sell, send, sumOf } from './sale.factory.ts';
import { type GoodsBack, type RefundLine, unwindLine } from './unwind-line.ts';

const RUNS = 10_000;

/** What is done to the line afterwards, each taken as far as it goes. */
const deeds = fc.array(
  fc.record({
    deed: fc.constantFrom('send', 'unsent', 'returned', 'kept', 'amount', 'seller-bears' as const),
    part: fc.integer({ min: 1, max: 100 }),
  }),
  { maxLength: 12 },
);

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
