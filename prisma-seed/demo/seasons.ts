import type { Random } from '#seed/random.ts';
import { addDays, type BusinessDay, businessDay } from '#server/kernel/calendar.ts';
import type { SampleProduce } from './produce.ts';

/** The days over which a produce is harvested once; both ends belong to it. Capacity is counted per season. */
export type SampleSeason = { from: BusinessDay; until: BusinessDay };

const OLDER_SEASON = 0.15;
const FRESH_DAYS_MAX = 60;

function dayDistance(from: BusinessDay, until: BusinessDay): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

export function later(one: BusinessDay, other: BusinessDay): BusinessDay {
  return one > other ? one : other;
}

function earlier(one: BusinessDay, other: BusinessDay): BusinessDay {
  return one < other ? one : other;
}

function firstOfMonth(year: number, month: number): BusinessDay {
  const date = new Date(Date.UTC(year, month - 1, 1));
  return businessDay(date.toISOString().slice(0, 10));
}

/** The season that begins in a year; of 11 to 2 the end lies in the next. */
function seasonBeginning(produce: SampleProduce, year: number): SampleSeason {
  const [first, last] = produce.harvestMonths;
  const endYear = last < first ? year + 1 : year;
  return { from: firstOfMonth(year, first), until: addDays(firstOfMonth(endYear, last + 1), -1) };
}

/** How many days before its best-before day a lot of the demo world still is, at least. */
export function daysLeftMin(shelfLifeDays: number): number {
  return Math.min(6, Math.ceil(shelfLifeDays / 6));
}

/**
 * A harvest day not after `latest` whose goods are still good today, in the newest season that has one, or now and then
 * in the one before. Out of season a demo must still have oranges to show: then any recent day of the year will do.
 */
export function pickHarvestDay(
  random: Random,
  produce: SampleProduce,
  today: BusinessDay,
  latest: BusinessDay,
): { day: BusinessDay; season: SampleSeason } {
  const shelfLife = produce.shelfLifeDays ?? 730;
  const earliest = addDays(today, daysLeftMin(shelfLife) - shelfLife);
  const year = Number(today.slice(0, 4));
  const open = [year, year - 1, year - 2]
    .map((begin) => seasonBeginning(produce, begin))
    .map((season) => ({ season, from: later(season.from, earliest), until: earlier(season.until, latest) }))
    .filter(({ from, until }) => from <= until);
  const chosen = open.length > 1 && random.chance(OLDER_SEASON) ? open[1] : open[0];
  if (!chosen) {
    const from = later(earliest, addDays(today, -FRESH_DAYS_MAX));
    const until = later(from, earlier(latest, addDays(today, -2)));
    const inYear = {
      from: firstOfMonth(Number(from.slice(0, 4)), 1),
      until: firstOfMonth(Number(from.slice(0, 4)) + 1, 1),
    };
    return {
      day: addDays(from, random.int(0, dayDistance(from, until))),
      season: { ...inYear, until: addDays(inYear.until, -1) },
    };
  }
  return { day: addDays(chosen.from, random.int(0, dayDistance(chosen.from, chosen.until))), season: chosen.season };
}
