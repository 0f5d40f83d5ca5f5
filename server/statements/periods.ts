import type { SettlementCycle } from '#server/dues/contract.ts';
import { addDays, type BusinessDay, businessDay, startOfWeek } from '#server/kernel/calendar.ts';

export type Period = { from: BusinessDay; to: BusinessDay };

/** The last period of a cycle that is over at the end of a day: a week from Monday, a third of a month, a month. */
export function lastPeriod(cycle: SettlementCycle, until: BusinessDay): Period {
  const running = periodOf(cycle, until);
  return running.to === until ? running : periodOf(cycle, addDays(running.from, -1));
}

/** The period a day lies in. Thirds of a month begin on the 1st, 11th and 21st; the last goes to the month's end. */
export function periodOf(cycle: SettlementCycle, day: BusinessDay): Period {
  if (cycle === 'weekly') return { from: startOfWeek(day), to: addDays(startOfWeek(day), 6) };
  const month = day.slice(0, 7);
  const first = businessDay(`${month}-01`);
  const end = addDays(businessDay(`${addDays(first, 31).slice(0, 7)}-01`), -1);
  if (cycle === 'month') return { from: first, to: end };
  const third = Math.min(2, Math.floor((Number(day.slice(8)) - 1) / 10));
  return { from: addDays(first, third * 10), to: third === 2 ? end : addDays(first, third * 10 + 9) };
}
