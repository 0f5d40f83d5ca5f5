import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DaohuParts, daohuOrder, daohuPercent, daohuStops } from './daohu-parts.ts';

const price: DaohuParts = { household: 3150, seller: 420, packing: 180, freight: 120, platform: 120 };

test('the percent beside the bar add up to a hundred, whatever the price', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 });
  const parts = fc.record({ household: amount, seller: amount, packing: amount, freight: amount, platform: amount });

  fc.assert(
    fc.property(parts, (split) => {
      const percent = daohuPercent(split);
      const sum = daohuOrder.reduce((total, part) => total + percent[part], 0);
      return sum === (daohuOrder.some((part) => split[part] > 0) ? 100 : 0);
    }),
  );
});

test('a price of nothing and a part that is topped up draw no negative share', () => {
  expect(daohuPercent({ household: 0, seller: 0, packing: 0, freight: 0, platform: 0 }).household).toBe(0);
  expect(daohuPercent({ ...price, platform: -500 })).toMatchObject({ platform: 0 });
});

test('the thin line ends its colours where the parts end', () => {
  expect(daohuStops(price)).toEqual({ '--a': '78.9%', '--b': '89.5%', '--c': '94%', '--d': '97%' });
});
