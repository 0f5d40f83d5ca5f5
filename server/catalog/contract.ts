import { z } from 'zod';
import { wholeNumber, yuanAsFen } from '#server/kernel/input.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

export const freightZones = ['fujian', 'near', 'far', 'remote'] as const;
export type FreightZone = (typeof freightZones)[number];

/** What a seller asks to send a parcel into a zone. */
export type FreightRate = {
  zone: FreightZone;
  firstGrams: number;
  firstFen: number;
  stepGrams: number;
  stepFen: number;
  freeFromFen: number | null;
  shipsPerishable: boolean;
};

const GRAMS_MAX = 100_000;
const FREIGHT_FEN_MAX = 1_000_00;
const FREE_FROM_FEN_MAX = 100_000_00;
const grams = wholeNumber({ min: 1, max: GRAMS_MAX });
const freight = yuanAsFen({ min: 0, max: FREIGHT_FEN_MAX });

/** What a parcel into a zone costs from a day on: so much for the first weight, so much for each begun step above it. */
export const SetFreight = z.object({
  zone: z.enum(freightZones),
  from: z.iso.date('form.day'),
  firstGrams: grams,
  firstFen: freight,
  stepGrams: grams,
  stepFen: freight,
  freeFromFen: yuanAsFen({ min: 1, max: FREE_FROM_FEN_MAX }).optional(),
  shipsPerishable: z
    .preprocess((value) => value === 'on' || value === true || value === 'true', z.boolean())
    .default(false),
});
export type SetFreight = z.infer<typeof SetFreight>;

export type DatedRate = FreightRate & { validFrom: string };

/** A zone as its seller sees it: which provinces it is, what is asked now and by whose rate, and what is to come. */
export type ZoneFreight = {
  zone: FreightZone;
  provinceCodes: string[];
  now: DatedRate;
  /** The seller's own rate, not the common one. */
  own: boolean;
  coming: DatedRate[];
  past: DatedRate[];
};

export type FreightView = { seller: LocalizedText; today: string; tomorrow: string; zones: ZoneFreight[] };
