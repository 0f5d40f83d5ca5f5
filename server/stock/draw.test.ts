import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DrawableShare, drawPacks } from './draw.ts';

function aShare(wish: Partial<DrawableShare> & { id: string }): DrawableShare {
  const received = wish.received ?? 1000;
  return {
    lotId: 'lot-1',
    householdId: `household of ${wish.id}`,
    agreedPrice: 5000,
    bestBefore: '2026-12-01',
    received,
    available: received - (wish.taken ?? 0),
    taken: 0,
    ...wish,
  };
}

/** Shares of a few lots, some of them partly sold; a lot has one best-before day. */
const shelves = fc
  .array(
    fc.record({
      lot: fc.nat(3),
      received: fc.integer({ min: 1, max: 5000 }),
      sold: fc.nat(100),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ lot, received, sold }, index) => {
      const taken = Math.floor((received * sold) / 100);
      return aShare({
        id: `share-${String(index).padStart(2, '0')}`,
        lotId: `lot-${lot}`,
        bestBefore: `2026-12-0${9 - lot}`,
        received,
        taken,
      });
    }),
  );
const packs = fc.record({ quantity: fc.integer({ min: 1, max: 1200 }), count: fc.integer({ min: 1, max: 20 }) });

function clone(shares: DrawableShare[]): DrawableShare[] {
  return shares.map((share) => ({ ...share }));
}

function sumOf(list: readonly { quantity: number }[]): number {
  return list.reduce((sum, { quantity }) => sum + quantity, 0);
}

test('a draw takes exactly what was asked, never more of a share than it has, or nothing at all', () => {
  fc.assert(
    fc.property(shelves, packs, (shares, { quantity, count }) => {
      const before = clone(shares);
      const total = before.reduce((sum, share) => sum + share.available, 0);

      const draws = drawPacks(shares, quantity, count);

      if (total < quantity * count) {
        expect(draws).toBeNull();
        expect(shares).toEqual(before);
        return;
      }
      expect(sumOf(draws ?? [])).toBe(quantity * count);
      expect(new Set(draws?.map((draw) => draw.shareId)).size).toBe(draws?.length);
      for (const share of before) {
        const drawn = draws?.find((draw) => draw.shareId === share.id)?.quantity ?? 0;
        const after = shares.find(({ id }) => id === share.id);
        expect(drawn).toBeLessThanOrEqual(share.available);
        expect(after).toMatchObject({ available: share.available - drawn, taken: share.taken + drawn });
      }
    }),
  );
});

test('a later lot is opened only when the earlier ones are empty', () => {
  fc.assert(
    fc.property(shelves, packs, (shares, { quantity, count }) => {
      const draws = drawPacks(shares, quantity, count) ?? [];
      const latest = shares
        .filter(({ id }) => draws.some((draw) => draw.shareId === id))
        .map((share) => share.bestBefore)
        .sort()
        .at(-1);

      const earlier = shares.filter((share) => share.bestBefore < (latest ?? ''));
      expect(earlier.every((share) => share.available === 0)).toBe(true);
    }),
  );
});

test('a pack comes from the household whose turn it is among those who can fill it', () => {
  fc.assert(
    fc.property(shelves, fc.integer({ min: 1, max: 1200 }), (shares, quantity) => {
      const before = clone(shares);
      const draws = drawPacks(shares, quantity, 1);
      const [firstLot] = [...before]
        .filter((share) => share.available > 0)
        .sort((a, b) => (a.bestBefore < b.bestBefore ? -1 : 1));
      const able = before.filter((share) => share.lotId === firstLot?.lotId && share.available >= quantity);
      if (able.length === 0) return;

      expect(draws).toHaveLength(1);
      const drawn = able.find((share) => share.id === draws?.[0]?.shareId);
      expect(drawn).toBeDefined();
      const part = (share: DrawableShare) => share.taken / share.received;
      expect(able.every((share) => part(share) >= part(drawn as DrawableShare) - 1e-12)).toBe(true);
    }),
  );
});

test('pack by pack the households of a lot sell alike: no two are more than a pack apart', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      (sizes, wanted) => {
        const shares = sizes.map((size, index) => aShare({ id: `share-${index}`, received: size * 500 }));
        const all = sizes.reduce((sum, size) => sum + size, 0);
        drawPacks(shares, 500, Math.min(wanted, all));

        const open = shares.filter((share) => share.available > 0);
        for (const a of open) {
          for (const b of open) expect((a.taken - 500) / a.received).toBeLessThanOrEqual(b.taken / b.received);
        }
      },
    ),
  );
});

test('three jars from two households, 6 kg and 3 kg: the table of the fair turn', () => {
  const shares = [aShare({ id: 'a', received: 6000 }), aShare({ id: 'b', received: 3000 })];

  const turns = Array.from({ length: 6 }, () => drawPacks(shares, 500, 1)?.[0]?.shareId);

  expect(turns).toEqual(['a', 'b', 'a', 'a', 'b', 'a']);
});

test('where no household can fill a pack alone, several fill it together', () => {
  const shares = [aShare({ id: 'a', received: 300 }), aShare({ id: 'b', received: 400 })];

  const draws = drawPacks(shares, 500, 1);

  expect(draws?.map(({ shareId, quantity }) => [shareId, quantity])).toEqual([
    ['a', 300],
    ['b', 200],
  ]);
});

test('a draw of nothing is a bug', () => {
  expect(() => drawPacks([aShare({ id: 'a' })], 0, 1)).toThrow('takes something');
  expect(() => drawPacks([aShare({ id: 'a' })], 1, 0)).toThrow('takes something');
});
