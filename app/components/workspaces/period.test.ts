import { expect, test } from 'vitest';
import { businessDay } from '#server/kernel/calendar.ts';
import { periodIn, presetOf } from './period.ts';

const monday = businessDay('2026-11-23');
const asked = (query: string) => periodIn(new URLSearchParams(query), monday);

test('without days it is this week, Monday to Sunday', () => {
  expect(asked('')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(presetOf(asked(''), monday)).toBe('thisWeek');
});

test('days the wrong way round are turned, days that do not exist are not asked for', () => {
  expect(asked('from=2026-11-09&to=2026-11-02')).toEqual({ from: '2026-11-02', to: '2026-11-09' });
  expect(asked('from=2026-02-30&to=2026-11-02')).toEqual(asked(''));
  expect(asked("from='&to=2026-11-02")).toEqual(asked(''));
});

test('no day is beyond what the books can hold', () => {
  expect(asked('from=0001-01-01&to=9999-12-31')).toEqual({ from: '2020-01-01', to: '2199-12-31' });
});
