import { type BusinessDay, businessDayOf } from '#server/kernel/calendar.ts';

const DAY_MS = 86_400_000;

/** How many days from the day it is now to a day; below zero when that is past. */
export function daysBetween(now: string, day: BusinessDay): number {
  return Math.round((Date.parse(day) - Date.parse(businessDayOf(new Date(now)))) / DAY_MS);
}
