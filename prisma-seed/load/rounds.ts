import { addDays, addMinutes, type BusinessDay, businessDayOf } from '#server/kernel/calendar.ts';

const PERIODS_BEGIN = ['01', '11', '21'];

/** The last round was stated so long ago, less than a household may take to answer: some of it always waits. */
export const LAST_ROUND_HOURS = 26;

export function isRound(day: BusinessDay): boolean {
  return PERIODS_BEGIN.includes(day.slice(8));
}

/** The day after the last period that was over when its statements were made. */
export function lastRoundOf(now: Date): BusinessDay {
  let day = businessDayOf(addMinutes(now, -LAST_ROUND_HOURS * 60));
  while (!isRound(day)) day = addDays(day, -1);
  return day;
}
