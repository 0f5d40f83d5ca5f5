import { addDays, type BusinessDay, businessDay, isBusinessDay, startOfWeek } from '#server/kernel/calendar.ts';
import type { Period } from '#server/settlement/contract.ts';

const FIRST_DAY = businessDay('2020-01-01');
const LAST_DAY = businessDay('2199-12-31');

export const presetNames = ['thisWeek', 'lastWeek', 'thisMonth', 'all'] as const;
export type PresetName = (typeof presetNames)[number];

/** The periods a bookkeeper asks for most. */
export function presetsOf(today: BusinessDay): Record<PresetName, Period> {
  const monday = startOfWeek(today);
  return {
    thisWeek: { from: monday, to: addDays(monday, 6) },
    lastWeek: { from: addDays(monday, -7), to: addDays(monday, -1) },
    thisMonth: { from: businessDay(`${today.slice(0, 8)}01`), to: today },
    all: { from: FIRST_DAY, to: today },
  };
}

/** The days an address asks for, in their order; when it asks for none that exist, this week or what is usual there. */
export function periodIn(params: URLSearchParams, today: BusinessDay, usual: PresetName = 'thisWeek'): Period {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  if (!isBusinessDay(from) || !isBusinessDay(to)) return presetsOf(today)[usual];
  const [first, last] = [within(from), within(to)].sort();
  return { from: first ?? today, to: last ?? today };
}

/** Which preset a period is, if any. */
export function presetOf(period: Period, today: BusinessDay): PresetName | null {
  const presets = presetsOf(today);
  return presetNames.find((name) => presets[name].from === period.from && presets[name].to === period.to) ?? null;
}

function within(day: BusinessDay): BusinessDay {
  if (day < FIRST_DAY) return FIRST_DAY;
  return day > LAST_DAY ? LAST_DAY : day;
}
