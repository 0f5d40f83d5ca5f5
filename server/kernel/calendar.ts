import { assert } from './errors.ts';

declare const dayBrand: unique symbol;
/** A calendar day in Asia/Shanghai, `2026-03-01`. */
export type BusinessDay = string & { readonly [dayBrand]: true };

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The day it is in Asia/Shanghai (UTC+8 all year) at an instant. */
export function businessDayOf(instant: Date): BusinessDay {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as BusinessDay;
}

/** Reads `2026-03-01`; a day that does not exist is a bug. */
export function businessDay(text: string): BusinessDay {
  assert(isBusinessDay(text), `no such day: ${text}`);
  return text;
}

export function isBusinessDay(text: string): text is BusinessDay {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** The instant a day starts in Asia/Shanghai. */
export function startOfDay(day: BusinessDay): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS);
}

export function addDays(day: BusinessDay, days: number): BusinessDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as BusinessDay;
}

/** Monday of the week of a day. */
export function startOfWeek(day: BusinessDay): BusinessDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

/** `2026-03-01 08:30`, the time on a clock in Asia/Shanghai: for a sentence's values, read alike in both languages. */
export function momentInShanghai(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
