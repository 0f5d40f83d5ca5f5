import { z } from 'zod';
import { blankIsNone, imageFiles, linesOfText, trimmedText, wholeNumber, yuanAsFen } from '#server/kernel/input.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { type Courier, couriers, PACKS_PER_LINE_MAX } from '#server/orders/contract.ts';

export const CLAIM_PHOTOS_MAX = 6;
export const PHOTO_BYTES_MAX = 5 * 1_048_576;
const LINES_MAX = 60;
const FEN_MAX = 100_000_000_00;
const WORDS_MAX = 500;

export const claimKinds = ['fresh-damage', 'return', 'not-received', 'goodwill'] as const;
export type ClaimKind = (typeof claimKinds)[number];
export const claimReasons = [
  'spoiled',
  'broken',
  'short',
  'wrong-goods',
  'not-as-described',
  'not-wanted',
  'lost',
  'other',
] as const;
export type ClaimReason = (typeof claimReasons)[number];
export const claimStates = [
  'applied',
  'evidence-asked',
  'approved',
  'awaiting-return',
  'sent-back',
  'returned',
  'refunded',
  'rejected',
  'escalated',
  'upheld',
  'withdrawn',
] as const;
export type ClaimState = (typeof claimStates)[number];
export type ClaimBearer = 'source' | 'seller';
export type ClaimSide = 'buyer' | 'seller' | 'platform' | 'clock';

const photos = imageFiles({ max: CLAIM_PHOTOS_MAX, bytesMax: PHOTO_BYTES_MAX });
const words = linesOfText({ min: 0, max: WORDS_MAX }).default('');
const neededWords = linesOfText({ min: 2, max: WORDS_MAX });
/** Which line of the order, by its place in it. */
const line = wholeNumber({ min: 0, max: 10_000 });
const count = wholeNumber({ min: 0, max: PACKS_PER_LINE_MAX }).default(0);
const amount = yuanAsFen({ min: 1, max: FEN_MAX }).optional();

/** What is wrong with a parcel and what the buyer wants back: of each line so many packs, or a sum he names. */
export const ApplyForClaim = z.object({
  kind: z.enum(claimKinds),
  reason: z.enum(claimReasons),
  lines: z.array(z.object({ line, count, amount })).max(LINES_MAX).default([]),
  words: neededWords,
  photos,
});
export type ApplyForClaim = z.infer<typeof ApplyForClaim>;

/** More words and pictures, as asked. */
export const AddEvidence = z.object({ words: neededWords, photos });
export type AddEvidence = z.infer<typeof AddEvidence>;

/** Words that go with a step and must be there: why a claim is rejected, what is still missing. */
export const WithReason = z.object({ words: neededWords });
export type WithReason = z.infer<typeof WithReason>;

/** A line that is named says how much of it is granted: a field left empty is not a yes to all of it. */
const GrantedLine = z
  .object({
    line,
    count: z.preprocess(blankIsNone, wholeNumber({ min: 0, max: PACKS_PER_LINE_MAX }).optional()),
    amount: yuanAsFen({ min: 0, max: FEN_MAX }).optional(),
  })
  .superRefine(({ count, amount }, { addIssue }) => {
    if (count !== undefined || amount !== undefined) return;
    // Of a return packs are asked for, else a sum: the form has one of the two fields.
    for (const field of ['count', 'amount']) addIssue({ code: 'custom', path: [field], message: 'form.required' });
  });

/** The whole claim, or less of it; a line that is not named is granted as asked. */
export const ApproveClaim = z.object({
  lines: z.array(GrantedLine).max(LINES_MAX).default([]),
  bearer: z.enum(['source', 'seller']),
  /** Of a return: the buyer keeps the goods and is paid all the same. */
  keepsGoods: z.preprocess((value) => value === 'on' || value === true || value === 'true', z.boolean()).default(false),
  words,
});
export type ApproveClaim = z.infer<typeof ApproveClaim>;

/** How the goods travel back. */
export const SendBack = z
  .object({ courier: z.enum(couriers), trackingNumber: trimmedText({ min: 0, max: 40 }).default('') })
  .refine((input) => input.courier === 'SELF' || /^[A-Za-z0-9-]{6,40}$/.test(input.trackingNumber), {
    path: ['trackingNumber'],
    error: 'form.tracking-number',
  });
export type SendBack = z.infer<typeof SendBack>;

/** How the goods came back: as they were sold, or not to be sold again. */
export const ConfirmReturn = z.object({ condition: z.enum(['resellable', 'spoiled']) });
export type ConfirmReturn = z.infer<typeof ConfirmReturn>;

export type ClaimLineView = {
  line: number;
  productName: LocalizedText;
  packName: LocalizedText;
  askedCount: number;
  asked: Fen;
  grantedCount: number | null;
  granted: Fen | null;
};

export type ClaimMoveView = {
  seq: number;
  at: string;
  to: ClaimState;
  side: ClaimSide;
  words: string;
  photos: number[];
};

/** A claim as everybody who may see it sees it. `may` says what the reader can do now. */
export type ClaimView = {
  number: string;
  orderNumber: string;
  parcelNumber: string;
  seller: { code: string; name: LocalizedText };
  kind: ClaimKind;
  reason: ClaimReason;
  state: ClaimState;
  appliedAt: string;
  dueAt: string | null;
  escalateUntil: string | null;
  lines: ClaimLineView[];
  asked: Fen;
  granted: Fen | null;
  goods: 'kept' | 'returned' | null;
  bearer: ClaimBearer | null;
  /** What he who decides finds chosen. */
  usualBearer: ClaimBearer;
  refund: { number: string; total: Fen } | null;
  back: { courier: Courier; trackingNumber: string | null; sentAt: string } | null;
  moves: ClaimMoveView[];
  canEscalate: boolean;
};

export type ClaimSummaryView = Pick<
  ClaimView,
  'number' | 'orderNumber' | 'parcelNumber' | 'seller' | 'kind' | 'reason' | 'state' | 'appliedAt' | 'dueAt' | 'asked'
> & { firstProduct: LocalizedText; photos: number };

export const claimFilters = ['waiting', 'under-way', 'over'] as const;
export type ClaimFilter = (typeof claimFilters)[number];

export type ClaimListView = {
  filter: ClaimFilter;
  counts: Record<ClaimFilter, number>;
  page: number;
  pages: number;
  claims: ClaimSummaryView[];
};

/** A parcel as the form to claim about it offers it. */
export type ClaimFormView = {
  orderNumber: string;
  parcelNumber: string;
  seller: LocalizedText;
  lines: {
    line: number;
    productName: LocalizedText;
    packName: LocalizedText;
    family: string;
    slug: string;
    /** Packs that were sent and have not gone back. */
    count: number;
    left: Fen;
    perishable: boolean;
  }[];
  /** Until when each kind of claim is open; or why it is not. Without an end while receipt is not on record. */
  kinds: {
    kind: ClaimKind;
    until: string | null;
    refusal: { code: string; params: Record<string, string | number> } | null;
  }[];
};

/** What became of an order's parcels after they were sent, for the order page. */
export type ParcelClaimsView = {
  parcelNumber: string;
  canClaim: boolean;
  claims: { number: string; state: ClaimState; appliedAt: string }[];
};
