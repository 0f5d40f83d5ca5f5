import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fen, fen } from '#server/kernel/money.ts';
import type { FunderKind } from './contract.ts';
import { type Discount, discountBasket, splitWithin, totalOff } from './discounts.ts';
import type { DiscountableLine, Promotion } from './promotion.ts';

const NOW = new Date('2026-06-01T04:00:00Z');
const RUNS = { numRuns: 10_000 };

let made = 0;

function aPromotion(wish: Partial<Promotion> = {}): Promotion {
  made += 1;
  return {
    id: `promotion-${made}`,
    code: `CODE-${String(made).padStart(9, '0')}`,
    automatic: true,
    name: { 'zh-CN': '满减' },
    funderKind: 'platform',
    funder: wish.funderKind ?? 'platform',
    funderName: null,
    organizationId: null,
    kind: 'amount',
    basisPoints: null,
    amount: fen(500),
    threshold: fen(0),
    scope: 'all',
    scopeKeys: [],
    orderCap: null,
    stacks: true,
    state: 'open',
    validFrom: new Date('2026-01-01T00:00:00Z'),
    validUntil: null,
    usesLeft: null,
    fenLeft: null,
    buyerUsesLeft: null,
    ...wish,
  };
}

function aLine(amount: number, wish: Partial<DiscountableLine> = {}): DiscountableLine {
  return {
    organizationId: 'north',
    productId: 'honey',
    family: 'honey',
    amount: fen(amount),
    sellerPart: amount,
    ...wish,
  };
}

const off = (lines: DiscountableLine[], ...promotions: Promotion[]) => discountBasket(lines, promotions, NOW);
const codes = (discounts: Discount[]) => discounts.map(({ promotion }) => promotion.code);

const lines = fc.array(
  fc.record({
    organizationId: fc.constantFrom('north', 'south', 'west'),
    productId: fc.constantFrom('honey', 'tea', 'rice', 'eggs'),
    family: fc.constantFrom('sweet', 'dry'),
    amount: fc.integer({ min: 1, max: 5_000_00 }).map(fen),
    /** Household, packing and platform leave the seller anything from a loss to nearly all of it. */
    part: fc.integer({ min: -20, max: 95 }),
  }),
  { minLength: 1, maxLength: 12 },
);

const limit = (max: number) => fc.option(fc.integer({ min: 0, max }).map(fen), { nil: null });
const promotions = fc.array(
  fc.record({
    funderKind: fc.constantFrom<FunderKind>('seller', 'platform', 'organization'),
    organizationId: fc.constantFrom('north', 'south', 'west'),
    automatic: fc.boolean(),
    percent: fc.boolean(),
    basisPoints: fc.integer({ min: 1, max: 9999 }),
    amount: fc.integer({ min: 1, max: 800_00 }).map(fen),
    threshold: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000_00 })).map((value) => fen(value)),
    scope: fc.constantFrom<Pick<Promotion, 'scope' | 'scopeKeys'>>(
      { scope: 'all', scopeKeys: [] },
      { scope: 'sellers', scopeKeys: ['north', 'west'] },
      { scope: 'families', scopeKeys: ['sweet'] },
      { scope: 'products', scopeKeys: ['tea', 'eggs'] },
    ),
    orderCap: fc.option(fc.integer({ min: 1, max: 300_00 }).map(fen), { nil: null }),
    fenLeft: limit(200_00),
    usesLeft: fc.option(fc.nat(2), { nil: null }),
    stacks: fc.boolean(),
  }),
  { maxLength: 6 },
);

test('whatever promotions meet whatever basket: sums hold, caps are kept, no line is given away, no household pays', () => {
  fc.assert(
    fc.property(lines, promotions, (wishes, offered) => {
      const basket = wishes.map(({ part, ...line }) =>
        aLine(line.amount, { ...line, sellerPart: Math.floor((line.amount * part) / 100) }),
      );
      const given = offered.map(({ percent, scope, ...wish }) =>
        aPromotion({
          ...wish,
          ...scope,
          kind: percent ? 'percent' : 'amount',
          basisPoints: percent ? wish.basisPoints : null,
          amount: percent ? null : wish.amount,
        }),
      );

      const discounts = discountBasket(basket, given, NOW);

      for (const { promotion, lines: parts, total } of discounts) {
        expect(total).toBe(parts.reduce((sum, part) => sum + part, 0));
        expect(total).toBeGreaterThan(0);
        expect(parts.every((part) => part >= 0)).toBe(true);
        expect(total).toBeLessThanOrEqual(promotion.orderCap ?? total);
        expect(total).toBeLessThanOrEqual(promotion.fenLeft ?? total);
        expect(total).toBeLessThanOrEqual(promotion.amount ?? total);
        expect(promotion.usesLeft).not.toBe(0);
      }
      for (const [index, line] of basket.entries()) {
        const ofLine = (kind: FunderKind | null) =>
          discounts
            .filter(({ promotion }) => kind === null || promotion.funderKind === kind)
            .reduce((sum, discount) => sum + (discount.lines[index] ?? 0), 0);
        // The line stays above nothing; and what households, packing and platform get is still all in it.
        expect(line.amount - ofLine(null)).toBeGreaterThanOrEqual(1);
        expect(ofLine('seller')).toBeLessThanOrEqual(Math.max(0, line.sellerPart));
      }
      const stacked = discounts.every(({ promotion }) => promotion.stacks);
      expect(stacked || discounts.length === 1).toBe(true);
      expect(discountBasket(basket, given.toReversed(), NOW).map(({ total }) => total)).toEqual(
        discounts.map(({ total }) => total),
      );
    }),
    RUNS,
  );
});

test('an amount is split by weights, and what does not fit into one line goes to the others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ weight: fc.integer({ min: 2, max: 100_000 }), part: fc.integer({ min: 0, max: 100 }) }), {
        minLength: 1,
        maxLength: 20,
      }),
      fc.integer({ min: 0, max: 100 }),
      (wishes, percent) => {
        const weights = wishes.map(({ weight }) => weight);
        const rooms = wishes.map(({ weight, part }) => Math.floor(((weight - 1) * part) / 100));
        const amount = Math.floor((rooms.reduce((sum, room) => sum + room, 0) * percent) / 100);

        const parts = splitWithin(fen(amount), weights, rooms);

        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        expect(parts.every((part, index) => part >= 0 && part <= (rooms[index] ?? 0))).toBe(true);
      },
    ),
    RUNS,
  );
});

test('the worked table: a seller cuts a tenth, the county adds five yuan, the platform three', () => {
  const basket = [
    aLine(4500, { sellerPart: 400, organizationId: 'north' }),
    aLine(8800, { sellerPart: 2000, organizationId: 'north', productId: 'tea' }),
    aLine(3000, { sellerPart: 900, organizationId: 'south', productId: 'rice' }),
  ];
  const seller = aPromotion({
    funderKind: 'seller',
    organizationId: 'north',
    kind: 'percent',
    basisPoints: 1000,
    amount: null,
  });
  const county = aPromotion({ funderKind: 'organization', funder: 'county', amount: fen(500), threshold: fen(10_000) });
  const platform = aPromotion({ amount: fen(300), automatic: false, scope: 'products', scopeKeys: ['tea'] });

  const discounts = off(basket, platform, county, seller);

  expect(codes(discounts)).toEqual([seller.code, county.code, platform.code]);
  expect(discounts.map((discount) => discount.lines)).toEqual([
    [400, 930, 0],
    [137, 263, 100],
    [0, 300, 0],
  ]);
  expect(totalOff(discounts)).toBe(2130);
});

test('of promotions that stand alone the best for the buyer is taken, and it alone', () => {
  const five = aPromotion({ stacks: false, amount: fen(500) });
  const eight = aPromotion({ stacks: false, amount: fen(800), automatic: false });
  const together = [aPromotion({ amount: fen(300) }), aPromotion({ amount: fen(400) })];

  expect(codes(off([aLine(9000)], five, eight, ...together))).toEqual([eight.code]);
  expect(totalOff(off([aLine(9000)], five, ...together))).toBe(700);
});

test('a promotion over, not begun, used up, out of budget or below its threshold takes nothing', () => {
  const none: Partial<Promotion>[] = [
    { state: 'draft' },
    { state: 'closed' },
    { validFrom: new Date('2026-06-01T04:00:01Z') },
    { validUntil: NOW },
    { usesLeft: 0 },
    { buyerUsesLeft: 0 },
    { fenLeft: fen(0) },
    { threshold: fen(4501) },
    { scope: 'families', scopeKeys: ['tea'] },
    { funderKind: 'seller', organizationId: 'another' },
  ];

  expect(none.map((wish) => totalOff(off([aLine(4500)], aPromotion(wish))))).toEqual(none.map(() => 0));
  expect(totalOff(off([aLine(4500)], aPromotion({ threshold: fen(4500) as Fen })))).toBe(500);
});
