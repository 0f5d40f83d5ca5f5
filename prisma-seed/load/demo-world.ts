import type { SampleLot } from '#seed/demo/lots.ts';
import { addDays, addMinutes, type BusinessDay, startOfDay } from '#server/kernel/calendar.ts';
import type { Actor } from '#server/platform/index.ts';
import { type Directory, openDirectory } from './directory.ts';

/** What the parts of the loader hand to one another: when it all begins, and the ids of what was loaded. */
export type DemoWorld = {
  readonly foundedAt: Date;
  readonly lots: readonly SampleLot[];
  readonly organizations: Directory;
  readonly locations: Directory;
  readonly households: Directory;
  readonly produce: Directory;
  /** The shoppers who have an account; the others buy as visitors. */
  readonly buyers: Map<string, Actor>;
  /** Who keeps the books, by the persona's key: at least two people, as a payout needs. */
  readonly bookkeepers: Map<string, Actor>;
};

const FOUNDED_DAYS_BEFORE = 60;
const OPENS_AT_HOUR = 9;

/** A world with nothing in it yet, that begins well before its first lot came in. */
export function openDemoWorld(lots: readonly SampleLot[]): DemoWorld {
  const [first] = lots.map((lot) => lot.receivedDay).sort();
  return {
    foundedAt: inOfficeHours(addDays(first as BusinessDay, -FOUNDED_DAYS_BEFORE), 0),
    lots,
    organizations: openDirectory('organization'),
    locations: openDirectory('location of'),
    households: openDirectory('household'),
    produce: openDirectory('produce'),
    buyers: new Map(),
    bookkeepers: new Map(),
  };
}

/** So many minutes after nine in the morning. */
export function inOfficeHours(day: BusinessDay, minutes: number): Date {
  return addMinutes(startOfDay(day), OPENS_AT_HOUR * 60 + minutes);
}
