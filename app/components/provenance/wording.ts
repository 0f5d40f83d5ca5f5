import { formatWeight, type MessageKey, type Translator, useLanguage, useT } from '#app/i18n/index.tsx';
import { allocateFen, fen, formatYuan, multiplyRatio } from '#server/kernel/money.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';

/** How what a family of produce gives is brought in: honey is taken, a bowl comes out of the kiln. */
export function harvestVerb(t: Translator, family: string): string {
  return t(keyOf(t, 'provenance.harvest', family));
}

/** `quantity(2400, 'gram', 'honey')`: a weight, or a count with the word that is used for such things. */
export function useQuantity(): (quantity: number, unit: BaseUnit, family: string) => string {
  const t = useT();
  const language = useLanguage();
  return (quantity, unit, family) =>
    unit === 'gram' ? formatWeight(quantity, language) : t(keyOf(t, 'provenance.pieces', family), { count: quantity });
}

const YEARS_THAT_MEAN_ALWAYS = 10;
const DAYS_A_YEAR = 365;
const DAY_MS = 86_400_000;

/** Whether a thing ages at all: on a bowl of stoneware a best-before date would be a joke. */
export function ages(shelfDays: number): boolean {
  return shelfDays < YEARS_THAT_MEAN_ALWAYS * DAYS_A_YEAR;
}

/** How many days a lot keeps from the day it was brought in. */
export function shelfDaysOf({ harvestedOn, bestBefore }: { harvestedOn: string; bestBefore: string }): number {
  return Math.round((Date.parse(bestBefore) - Date.parse(harvestedOn)) / DAY_MS);
}

/** Whole percent of parts that add up to 100. */
export function wholePercents(parts: number[]): number[] {
  return parts.some((part) => part > 0) ? allocateFen(fen(100), parts) : parts;
}

function keyOf(t: Translator, group: 'provenance.harvest' | 'provenance.pieces', family: string): MessageKey {
  const key = `${group}.${family}`;
  return t.has(key) ? key : `${group}.other`;
}

/** An amount in a column whose head says the unit: `1,234.50`. */
export function yuan(fen: number): string {
  return formatYuan(fen).replace('¥', '');
}

/** An amount where there is little room, to the nearest yuan: `¥1,235`. */
export function wholeYuan(fen: number): string {
  return formatYuan(multiplyRatio(fen, 1, 100) * 100).slice(0, -'.00'.length);
}
