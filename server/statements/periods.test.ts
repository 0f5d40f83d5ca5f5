import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settlementCycles } from '#server/dues/contract.ts';
import { addDays, businessDay } from '#server/kernel/calendar.ts';
import { lastPeriod, periodOf } from './periods.ts';

test.each([
  ['ten-days', '2026-06-10', '2026-06-01', '2026-06-10'],
  ['ten-days', '2026-06-09', '2026-05-21', '2026-05-31'],
  ['ten-days', '2028-02-29', '2028-02-21', '2028-02-29'],
  ['ten-days', '2026-02-28', '2026-02-21', '2026-02-28'],
  ['ten-days', '2027-01-05', '2026-12-21', '2026-12-31'],
  ['month', '2026-06-29', '2026-05-01', '2026-05-31'],
  ['month', '2026-06-30', '2026-06-01', '2026-06-30'],
  ['weekly', '2026-06-07', '2026-06-01', '2026-06-07'],
  ['weekly', '2026-06-06', '2026-05-25', '2026-05-31'],
] as const)('the last %s period over on %s goes from %s to %s', (cycle, until, from, to) => {
  expect(lastPeriod(cycle, businessDay(until))).toEqual({ from, to });
});

test('periods of a cycle follow one another without a gap, and every day lies in its own', () => {
  fc.assert(
    fc.property(fc.constantFrom(...settlementCycles), fc.integer({ min: 0, max: 20_000 }), (cycle, days) => {
      const day = addDays(businessDay('2000-01-01'), days);
      const period = periodOf(cycle, day);

      expect(period.from <= day && day <= period.to).toBe(true);
      expect(periodOf(cycle, addDays(period.to, 1)).from).toBe(addDays(period.to, 1));
      expect(lastPeriod(cycle, addDays(period.from, -1)).to).toBe(addDays(period.from, -1));
    }),
  );
});
