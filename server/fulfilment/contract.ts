import { z } from 'zod';
import { trimmedText, wholeNumber } from '#server/kernel/input.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { couriers, PACKS_PER_LINE_MAX, type ParcelState, type ShipmentView } from '#server/orders/contract.ts';

const LINES_MAX = 60;
const LINE_POSITION_MAX = 999_999;

/** A line of a parcel as a form names it: its place in the order. */
const lineOfParcel = wholeNumber({ min: 0, max: LINE_POSITION_MAX });

/** So many packs of one line. */
export const PacksOfLine = z.object({ line: lineOfParcel, count: wholeNumber({ min: 0, max: PACKS_PER_LINE_MAX }) });
export type PacksOfLine = z.infer<typeof PacksOfLine>;

/**
 * Hands packed goods to a courier (SELF: brought by the seller, no number). Of each line as many packs as said; without
 * lines all that is left.
 */
export const ShipParcel = z
  .object({
    courier: z.enum(couriers),
    trackingNumber: trimmedText({ min: 0, max: 40 }).default(''),
    lines: z.array(PacksOfLine).max(LINES_MAX).optional(),
  })
  .refine((input) => input.courier === 'SELF' || /^[A-Za-z0-9-]{6,40}$/.test(input.trackingNumber), {
    path: ['trackingNumber'],
    error: 'form.tracking-number',
  });
export type ShipParcel = z.infer<typeof ShipParcel>;

/** Packing begins, or is put back until later: while it has not begun the buyer may change his mind. */
export const MovePacking = z.object({ to: z.enum(['packing', 'to-pack']) });
export type MovePacking = z.infer<typeof MovePacking>;

export const shortReasons = ['missing', 'spoiled', 'not-harvested'] as const;
export type ShortReason = (typeof shortReasons)[number];

/** Packs of a line that cannot be sent, and why. The key is made with the form: sending it twice books it once. */
export const ReportShort = z.object({
  line: lineOfParcel,
  count: wholeNumber({ min: 1, max: PACKS_PER_LINE_MAX }),
  reason: z.enum(shortReasons),
  key: trimmedText({ min: 8, max: 80 }),
});
export type ReportShort = z.infer<typeof ReportShort>;

/** What all packs of a line sold by weight weighed together. */
export const WeighLine = z.object({ line: lineOfParcel, grams: wholeNumber({ min: 1, max: 100_000_000 }) });
export type WeighLine = z.infer<typeof WeighLine>;

/** A parcel as the seller sees it in its list. */
export type ParcelSummaryView = {
  number: string;
  state: ParcelState;
  placedAt: string;
  paidAt: string | null;
  recipient: string;
  region: LocalizedText;
  goods: Fen;
  packs: number;
  lines: { productName: LocalizedText; packName: LocalizedText; count: number }[];
};

export type ParcelListView = {
  organization: { code: string; name: LocalizedText };
  state: ParcelState;
  counts: Record<ParcelState, number>;
  page: number;
  pages: number;
  parcels: ParcelSummaryView[];
};

/** A line of a parcel on the packing table. `weight` only for a line sold by weight: what it may weigh, and weighed. */
export type PackingLineView = {
  line: number;
  productName: LocalizedText;
  packName: LocalizedText;
  count: number;
  sent: number;
  toSend: number;
  givenBack: number;
  weight: { least: number; most: number; weighed: number | null } | null;
};

/** One shipment with what was in it. */
export type SentShipmentView = ShipmentView & { lines: { line: number; count: number }[] };

/** What to take from which lot and household, to pack one parcel, and how far it is. */
export type PickListView = Omit<ParcelSummaryView, 'lines'> & {
  orderNumber: string;
  phone: string;
  address: string;
  note: string;
  lines: PackingLineView[];
  shipments: SentShipmentView[];
  refunds: { number: string; kind: string; reason: string; at: string; total: Fen }[];
  picks: {
    line: number;
    lotCode: string;
    location: LocalizedText;
    produce: LocalizedText;
    household: { code: string; maskedName: string };
    quantity: number;
    baseUnit: BaseUnit;
    bestBefore: string;
  }[];
  moves: { at: string; to: ParcelState; by: string | null }[];
};
