import { z } from 'zod';
import { linesOfText, trimmedText, wholeNumber } from '#server/kernel/input.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { Delivery, PACKS_PER_LINE_MAX, type ParcelState } from '#server/orders/contract.ts';

const LINES_MAX = 60;

/** Takes back a paid order: one seller's parcel of it, or all of it when none is named. */
export const CancelPaid = z.object({ parcel: trimmedText({ min: 0, max: 80 }).default('') });
export type CancelPaid = z.infer<typeof CancelPaid>;

/** Another recipient, phone, address or note, before packing has begun. */
export const ChangeDelivery = Delivery.extend({ note: linesOfText({ min: 0, max: 200 }).default('') });
export type ChangeDelivery = z.infer<typeof ChangeDelivery>;

/** How many packs of each line of a parcel the buyer still wants; none more than there are. */
export const TakeFewer = z.object({
  parcel: trimmedText({ min: 1, max: 80 }),
  lines: z
    .array(
      z.object({
        line: wholeNumber({ min: 0, max: 999_999 }),
        count: wholeNumber({ min: 0, max: PACKS_PER_LINE_MAX }),
      }),
    )
    .min(1)
    .max(LINES_MAX),
});
export type TakeFewer = z.infer<typeof TakeFewer>;

/** What went back of an order, as its buyer sees it; `households` gave back so much of it. */
export type OrderRefundView = {
  number: string;
  parcel: string;
  kind: 'cancelled' | 'changed' | 'short' | 'catch-weight' | 'claim' | 'goodwill';
  reason: string;
  at: string;
  total: number;
  freight: number;
  /** Whether the money has left; null where nothing is to be sent. */
  state: 'due' | 'sending' | 'sent' | 'failed' | null;
  households: { code: string; maskedName: string; fen: Fen }[];
};

/** What a buyer may still do about a paid order before it is packed, and what would go back. */
export type OrderChangesView = {
  number: string;
  delivery: ChangeDelivery;
  /** Whether all that is left of the order can still be changed. */
  isOpen: boolean;
  /** What goes back when all that is left is cancelled. */
  returns: Fen;
  parcels: {
    number: string;
    seller: LocalizedText;
    state: ParcelState;
    returns: Fen;
    lines: {
      line: number;
      productName: LocalizedText;
      packName: LocalizedText;
      toSend: number;
      /** About what goes back for one pack. */
      each: Fen;
    }[];
  }[];
};

/** Sending a failed refund once more, and why it will arrive this time. */
export const SendAnew = z.object({ reason: linesOfText({ max: 200 }) });
export type SendAnew = z.infer<typeof SendAnew>;

export const paymentRefundFilters = ['failed', 'waiting', 'by-hand', 'sent'] as const;
export type PaymentRefundFilter = (typeof paymentRefundFilters)[number];

/** Money owed back to who paid, and how far it is. */
export type PaymentRefundRow = {
  id: string;
  orderNumber: string;
  provider: string;
  amount: Fen;
  because: string;
  state: 'due' | 'sending' | 'by-hand' | 'sent' | 'failed';
  tries: number;
  /** Above one: it was sent anew. */
  round: number;
  /** What the provider said last, in its own words. */
  error: string | null;
  owedAt: string;
  nextTryAt: string | null;
  sentAt: string | null;
};

export type PaymentRefundsView = {
  filter: PaymentRefundFilter;
  counts: Record<PaymentRefundFilter, number>;
  page: number;
  pages: number;
  rows: PaymentRefundRow[];
};

/** A payment its buyer contests at his bank, as the provider last told of it. */
export type DisputeRow = {
  reference: string;
  orderNumber: string;
  amount: Fen;
  reason: string;
  status: string;
  openedAt: string;
  answerBy: string | null;
  closedAt: string | null;
  overdue: boolean;
};

export type DisputesView = { open: number; page: number; pages: number; rows: DisputeRow[] };

export type RefundWaitingView = {
  failed: { refunds: number; amount: Fen; since: string | null };
  disputes: { reference: string; orderNumber: string; amount: Fen; since: string; answerBy: string | null }[];
};
