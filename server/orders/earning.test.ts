import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '#server/kernel/money.ts';
import { type BaseUnit, priceOfQuantity } from '#server/kernel/quantity.ts';
import { type EarningAllocation, type EarningLine, earn } from './earning.ts';

const aLine = (id: string, amount: number, packing = 0, platform = 0): EarningLine => ({
  id,
  parcelId: 'parcel',
  amount: fen(amount),
  sellerFunded: fen(0),
  packing: fen(packing),
  platform: fen(platform),
});

function anAllocation(wish: Partial<EarningAllocation> & { id: string; lineId: string }): EarningAllocation {
  return {
    shareId: 'share',
    householdId: 'household',
    quantity: 100,
    agreedPrice: 5000,
    baseUnit: 'gram',
    earnedQuantity: 0,
    earnedFen: 0,
    ...wish,
  };
}

const quantities = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 60 });
const prices = fc.integer({ min: 1, max: 300_000 });
const units = fc.constantFrom<BaseUnit>('gram', 'piece');

test('any number of small sales of a share, one order each, sums to one rounding of the whole', () => {
  fc.assert(
    fc.property(quantities, prices, units, (sales, agreedPrice, baseUnit) => {
      let [earnedQuantity, earnedFen] = [0, 0];
      for (const quantity of sales) {
        const allocation = { id: 'a', lineId: 'line', quantity, agreedPrice, baseUnit, earnedQuantity, earnedFen };
        const { allocations } = earn([anAllocation(allocation)], [aLine('line', 1_000_000_00)]);
        earnedQuantity += quantity;
        earnedFen += allocations[0]?.fen ?? 0;
      }

      expect(earnedFen).toBe(priceOfQuantity(earnedQuantity, agreedPrice, baseUnit));
    }),
  );
});

test('the same sales as lines of one order come to the same', () => {
  fc.assert(
    fc.property(quantities, prices, units, (sales, agreedPrice, baseUnit) => {
      const lines = sales.map((_, index) => aLine(`line-${index}`, 1_000_000_00));
      const parts = sales.map((quantity, index) =>
        anAllocation({ id: `a-${index}`, lineId: `line-${index}`, quantity, agreedPrice, baseUnit }),
      );

      const { allocations } = earn(parts, lines);

      const whole = sales.reduce((sum, quantity) => sum + quantity, 0);
      const earned = allocations.reduce((sum, part) => sum + part.fen, 0);
      expect(earned).toBe(priceOfQuantity(whole, agreedPrice, baseUnit));
    }),
  );
});

test('household, seller, packing and platform are the amount of every line, whoever gets how much', () => {
  const drawn = fc.array(
    fc.record({
      line: fc.nat(2),
      share: fc.nat(4),
      quantity: fc.integer({ min: 1, max: 3000 }),
    }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(
      drawn,
      fc.array(fc.nat(100_000), { minLength: 9, maxLength: 9 }),
      prices,
      (list, money, agreedPrice) => {
        const lines = [0, 1, 2].map((index) =>
          aLine(`line-${index}`, (money[index] ?? 0) + 1, money[index + 3], money[index + 6]),
        );
        const parts = list.map(({ line, share, quantity }, index) =>
          anAllocation({ id: `a-${index}`, lineId: `line-${line}`, shareId: `share-${share}`, quantity, agreedPrice }),
        );

        const earned = earn(parts, lines);

        expect(earned.allocations.every((part) => part.fen >= 0)).toBe(true);
        for (const line of earned.lines) {
          const ofLine = earned.allocations.filter((part) => part.lineId === line.id);
          expect(line.household).toBe(ofLine.reduce((sum, part) => sum + part.fen, 0));
          expect(line.household + line.seller + line.packing + line.platform).toBe(line.amount);
        }
      },
    ),
  );
});

test('a third of a kilo at 10.00 three times: 3.33, 3.34, 3.33, as in the worked table', () => {
  let [earnedQuantity, earnedFen] = [0, 0];
  const fens = [];
  for (const quantity of [333, 334, 333]) {
    const part = anAllocation({ id: 'a', lineId: 'line', quantity, agreedPrice: 1000, earnedQuantity, earnedFen });
    const amount = earn([part], [aLine('line', 500)]).allocations[0]?.fen ?? 0;
    fens.push(amount);
    earnedQuantity += quantity;
    earnedFen += amount;
  }

  expect(fens).toEqual([333, 334, 333]);
});

test('a share that stands above its total is not charged for it', () => {
  const part = anAllocation({
    id: 'a',
    lineId: 'line',
    quantity: 1,
    agreedPrice: 1000,
    earnedQuantity: 0,
    earnedFen: 9,
  });

  expect(earn([part], [aLine('line', 500)]).allocations[0]?.fen).toBe(0);
});
