import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addFen, type Fen, fen } from '#server/kernel/money.ts';
import { netLines, type OpenLine } from './net-lines.ts';

const CASES = 10_000;

const line = (id: string, amount: number, setOffWhole = false): OpenLine => ({ id, amount: fen(amount), setOffWhole });

test('a return is set against a statement only up to the agreed part, and the rest of it waits', () => {
  const { taken, total } = netLines([line('return', -5_000), line('sale', 10_000), line('seed', -100)], 3_000);

  expect(taken).toEqual([
    { id: 'sale', amount: 10_000, rest: 0 },
    { id: 'return', amount: -3_000, rest: -2_000 },
  ]);
  expect(total).toBe(7_000);
});

test('an advance is set off whole against its own sale, and the cap counts of what is left', () => {
  const { taken, total } = netLines([line('sale', 10_000), line('repaid', -8_000, true), line('return', -900)], 3_000);

  expect(taken.map(({ id, amount }) => [id, amount])).toEqual([
    ['sale', 10_000],
    ['repaid', -8_000],
    ['return', -600],
  ]);
  expect(total).toBe(1_400);
});

test('of debts alone nothing is taken, and half a fen of the cap is the household’s', () => {
  expect(netLines([line('return', -5)], 10_000)).toEqual({ taken: [], total: 0 });
  expect(netLines([line('sale', 9), line('return', -9)], 5_000).total).toBe(5);
});

const amounts = fc.array(
  fc.record({
    amount: fc.integer({ min: -200_000, max: 200_000 }).filter((amount) => amount !== 0),
    whole: fc.boolean(),
  }),
  { maxLength: 30 },
);
const cap = fc.integer({ min: 0, max: 10_000 });

function linesOf(drawn: { amount: number; whole: boolean }[]): OpenLine[] {
  return drawn.map(({ amount, whole }, index) => line(`line-${index}`, amount, amount < 0 && whole));
}

test('whatever the lines and the cap: the statement is their sum, never below zero, and debts keep to the cap', () => {
  fc.assert(
    fc.property(amounts, cap, (drawn, capBasisPoints) => {
      const lines = linesOf(drawn);
      const { taken, total } = netLines(lines, capBasisPoints);

      expect(addFen(...taken.map(({ amount }) => amount))).toBe(total);
      expect(total).toBeGreaterThanOrEqual(0);
      const before = new Map(lines.map((one) => [one.id, one]));
      for (const { id, amount, rest } of taken) expect(amount + rest).toBe(before.get(id)?.amount);
      const sumOf = (which: (one: OpenLine) => boolean) =>
        addFen(...taken.filter(({ id }) => which(before.get(id) as OpenLine)).map(({ amount }) => amount));
      const owed = sumOf(({ amount }) => amount > 0);
      expect(owed).toBe(addFen(...lines.filter(({ amount }) => amount > 0).map(({ amount }) => amount)));
      const left = owed + sumOf(({ amount, setOffWhole }) => amount < 0 && setOffWhole);
      expect(-sumOf(({ amount, setOffWhole }) => amount < 0 && !setOffWhole) * 10_000).toBeLessThanOrEqual(
        left * capBasisPoints,
      );
    }),
    { numRuns: CASES },
  );
});

test('oldest debts go first: none is taken while an older one of its kind waits', () => {
  fc.assert(
    fc.property(amounts, cap, (drawn, capBasisPoints) => {
      const lines = linesOf(drawn);
      const taken = new Map(netLines(lines, capBasisPoints).taken.map((one) => [one.id, one]));

      for (const whole of [true, false]) {
        const debts = lines.filter(({ amount, setOffWhole }) => amount < 0 && setOffWhole === whole);
        const open = debts.findIndex(({ id }) => taken.get(id)?.rest !== 0);
        expect(debts.slice(open === -1 ? debts.length : open + 1).filter(({ id }) => taken.has(id))).toEqual([]);
      }
    }),
    { numRuns: CASES },
  );
});

test('over many statements every debt is paid off to the fen, and the household has had the difference', () => {
  const sales = fc.array(fc.integer({ min: 10_000, max: 100_000 }), { minLength: 1, maxLength: 12 });
  const debts = fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 12 });
  fc.assert(
    fc.property(sales, debts, fc.integer({ min: 500, max: 10_000 }), (sold, owing, capBasisPoints) => {
      let open = owing.map((amount, index) => line(`debt-${index}`, -amount));
      let paid = 0;
      let earned = 0;
      for (let cycle = 0; cycle < sold.length || open.length > 0; cycle += 1) {
        expect(cycle).toBeLessThan(200);
        const sale = sold[cycle % sold.length] ?? 0;
        earned += sale;
        const { taken, total } = netLines([...open, line('sale', sale)], capBasisPoints);
        paid += total;
        open = carriedOver(open, taken);
      }
      expect(paid).toBe(earned - owing.reduce((sum, amount) => sum + amount, 0));
    }),
    { numRuns: CASES },
  );
});

function carriedOver(open: OpenLine[], taken: { id: string; rest: Fen }[]): OpenLine[] {
  const rests = new Map(taken.map(({ id, rest }) => [id, rest]));
  return open.map((one) => ({ ...one, amount: rests.get(one.id) ?? one.amount })).filter(({ amount }) => amount !== 0);
}
