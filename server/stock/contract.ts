import type { BusinessDay } from '#server/kernel/calendar.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

/** Which lots to list: those with something on the shelf, of them those that must go soon, or every one there was. */
export const lotFilters = ['on-shelf', 'soon', 'all'] as const;
export type LotFilter = (typeof lotFilters)[number];

/** One lot as its organization sees it. Received is what came in; on hand is held, promised, set aside or available. */
export type LotRowView = {
  code: string;
  produce: LocalizedText;
  baseUnit: BaseUnit;
  mode: 'consign' | 'pack_and_sell' | 'buyout';
  location: LocalizedText;
  harvestedOn: BusinessDay;
  bestBefore: BusinessDay;
  certificateNumber: string | null;
  received: number;
  onHand: number;
  held: number;
  promised: number;
  setAside: number;
  available: number;
  households: number;
};

export type LotListView = {
  organization: { code: string; name: LocalizedText };
  filter: LotFilter;
  counts: Record<LotFilter, number>;
  /** Lots whose best before is not later than this day must go soon. */
  soonUntil: BusinessDay;
  page: number;
  pages: number;
  lots: LotRowView[];
};
