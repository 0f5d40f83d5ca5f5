import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMinutes,
  type BusinessDay,
  businessDay,
  businessDayOf,
  isBusinessDay,
  startOfDay,
  startOfWeek,
} from './calendar.ts';

const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const days = instants.map(businessDayOf);

test('the day in Nanping begins at four in the afternoon of universal time', () => {
  expect(businessDayOf(new Date('2026-02-28T15:59:59.999Z'))).toBe('2026-02-28');
  expect(businessDayOf(new Date('2026-02-28T16:00:00Z'))).toBe('2026-03-01');
  expect(startOfDay(businessDay('2026-03-01')).toISOString()).toBe('2026-02-28T16:00:00.000Z');
});

test('an instant lies in its day: after its start and before the next one', () => {
  fc.assert(
    fc.property(instants, (instant) => {
      const day = businessDayOf(instant);

      expect(startOfDay(day) <= instant && instant < startOfDay(addDays(day, 1))).toBe(true);
      expect(isBusinessDay(day)).toBe(true);
    }),
  );
});

test('days are added and taken away again, and the text sorts as the days do', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
      const moved = addDays(day, count);

      expect(addDays(moved, -count)).toBe(day);
      expect(Math.sign(count)).toBe(moved === day ? 0 : moved > day ? 1 : -1);
    }),
  );
});

test('a week begins on a Monday not more than six days before', () => {
  fc.assert(
    fc.property(days, (day) => {
      const monday = startOfWeek(day);

      expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(monday <= day && day <= addDays(monday, 6)).toBe(true);
      expect(startOfWeek(monday)).toBe(monday);
    }),
  );
  expect(startOfWeek('2026-11-22' as BusinessDay)).toBe('2026-11-16');
});

test('a day that does not exist is none', () => {
  for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '2026-04-31', '', 'today', '2026-01-01T00:00:00Z']) {
    expect(isBusinessDay(text)).toBe(false);
    expect(() => businessDay(text)).toThrow('no such day');
  }
  expect(isBusinessDay('2028-02-29')).toBe(true);
});

test('minutes are added to instants across midnight and years', () => {
  expect(addMinutes(new Date('2026-12-31T23:50:00Z'), 15).toISOString()).toBe('2027-01-01T00:05:00.000Z');
});
