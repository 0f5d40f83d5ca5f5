import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '#server/kernel/money.ts';
import { type Due, placeTransfer } from './matching.ts';

const due = (paymentId: string, missing: number, placedAt = `2026-06-01T0${paymentId}:00:00Z`): Due => ({
  paymentId,
  code: `C${paymentId}`,
  placedAt,
  missing: fen(missing),
});
const duesOf = (...all: Due[]) => new Map(all.map((one) => [one.code, one]));
const place = (amount: number, codes: string[], dues: Map<string, Due>, slips: string[] = []) =>
  placeTransfer(fen(amount), { codes, slips }, dues);

test('one code takes the transfer, and what is less stays missing', () => {
  const dues = duesOf(due('1', 1_000));

  expect(place(1_000, ['C1'], dues)).toEqual({ fills: [{ paymentId: '1', amount: 1_000 }], credit: 0, waits: 0 });
  expect(place(400, ['C1'], dues)).toEqual({ fills: [{ paymentId: '1', amount: 400 }], credit: 0, waits: 0 });
});

test('several codes fill the oldest order first, in whatever order they are written', () => {
  const dues = duesOf(due('2', 500), due('1', 1_000), due('3', 700));

  expect(place(1_600, ['C3', 'C2', 'C1'], dues)).toEqual({
    fills: [
      { paymentId: '1', amount: 1_000 },
      { paymentId: '2', amount: 500 },
      { paymentId: '3', amount: 100 },
    ],
    credit: 0,
    waits: 0,
  });
});

test('what is over is credit, also when the payment was full already', () => {
  expect(place(1_200, ['C1'], duesOf(due('1', 1_000))).credit).toBe(200);
  expect(place(1_200, ['C1'], duesOf(due('1', 0)))).toEqual({ fills: [], credit: 1_200, waits: 0 });
});

test('no code, a code of nobody, or a slip waits for a person', () => {
  const dues = duesOf(due('1', 1_000));

  expect(place(900, [], dues).waits).toBe(900);
  expect(place(900, ['C9'], dues).waits).toBe(900);
  expect(place(1_500, ['C1', 'C9'], dues)).toMatchObject({ fills: [{ amount: 1_000 }], credit: 0, waits: 500 });
  expect(place(1_500, ['C1'], dues, ['QX1'])).toMatchObject({ fills: [{ amount: 1_000 }], credit: 0, waits: 500 });
});

test('whatever comes in whatever order, every fen is placed once and no payment gets more than it is missing', () => {
  const dues = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 6 });
  const transfers = fc.array(
    fc.record({
      amount: fc.integer({ min: 1, max: 9_000 }),
      codes: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 5 }),
      slips: fc.array(fc.constant('QX'), { maxLength: 1 }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(dues, transfers, (missing, all) => {
      const open = duesOf(...missing.map((amount, index) => due(String(index + 1), amount)));
      const wanted = missing.reduce((sum, amount) => sum + amount, 0);
      let filled = 0;
      for (const { amount, codes, slips } of all) {
        const { fills, credit, waits } = place(
          amount,
          codes.map((code) => `C${code}`),
          open,
          slips,
        );
        const sum = fills.reduce((total, fill) => total + fill.amount, 0);
        expect(sum + credit + waits).toBe(amount);
        expect(credit === 0 || waits === 0).toBe(true);
        expect(credit >= 0 && waits >= 0 && fills.every((fill) => fill.amount > 0)).toBe(true);
        for (const fill of fills) {
          const one = open.get(`C${fill.paymentId}`) as Due;
          expect(codes).toContain(Number(fill.paymentId));
          expect(fill.amount).toBeLessThanOrEqual(one.missing);
          // Money is over only when everybody named has all of his.
          open.set(one.code, { ...one, missing: fen(one.missing - fill.amount) });
        }
        if (credit > 0) expect(codes.every((code) => (open.get(`C${code}`)?.missing ?? 0) === 0)).toBe(true);
        filled += sum;
      }
      const left = [...open.values()].reduce((sum, one) => sum + one.missing, 0);
      expect(filled + left).toBe(wanted);
    }),
    { numRuns: 3_000 },
  );
});
