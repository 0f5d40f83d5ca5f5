import { z } from 'zod';
import { blankIsNone, trimmedText, wholeNumber, yuanAsFen } from '#server/kernel/input.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

export const funderKinds = ['seller', 'platform', 'organization'] as const;
export type FunderKind = (typeof funderKinds)[number];
export const promotionKinds = ['percent', 'amount'] as const;
export type PromotionKind = (typeof promotionKinds)[number];
export const promotionScopes = ['all', 'sellers', 'families', 'products'] as const;
export type PromotionScope = (typeof promotionScopes)[number];
export const promotionStates = ['draft', 'open', 'closed'] as const;
export type PromotionState = (typeof promotionStates)[number];

const MONEY_MAX = 100_000_000_00;
const SCOPE_KEYS_MAX = 200;

const ticked = z.preprocess((value) => value === 'on' || value === true || value === 'true', z.boolean());

/** A coupon's code as a buyer types it: capitals and small letters are one. */
export const couponCode = trimmedText({ min: 0, max: 40 }).overwrite((text) => text.toUpperCase());

/** What a promotion promises. A seller's own is of its goods alone, whatever its scope says. */
export const DraftPromotion = z
  .object({
    code: trimmedText({ min: 3, max: 32 })
      .overwrite((text) => text.toUpperCase())
      .regex(/^[A-Z0-9][A-Z0-9-]{2,31}$/, 'form.promotion-code'),
    automatic: ticked.default(false),
    name: trimmedText({ max: 60 }),
    nameEn: z.preprocess(blankIsNone, trimmedText({ max: 120 }).optional()),
    funderKind: z.enum(funderKinds),
    /** The code of the organization that bears it; none for the platform. */
    organization: z.preprocess(blankIsNone, trimmedText({ max: 80 }).optional()),
    kind: z.enum(promotionKinds),
    /** Whole percent taken off, of a promotion by percent. */
    percent: z.preprocess(blankIsNone, wholeNumber({ min: 1, max: 99 }).optional()),
    amount: z.preprocess(blankIsNone, yuanAsFen({ min: 1, max: MONEY_MAX }).optional()),
    threshold: z.preprocess(blankIsNone, yuanAsFen({ min: 0, max: MONEY_MAX }).default(0)),
    scope: z.enum(promotionScopes).default('all'),
    /** Codes of sellers, codes of families, or addresses of products, one after the other. */
    scopeCodes: z.preprocess(
      (value) => (typeof value === 'string' ? value.split(/[\s,，、]+/).filter((word) => word !== '') : (value ?? [])),
      z.array(trimmedText({ max: 80 })).max(SCOPE_KEYS_MAX),
    ),
    orderCap: z.preprocess(blankIsNone, yuanAsFen({ min: 1, max: MONEY_MAX }).optional()),
    budget: z.preprocess(blankIsNone, yuanAsFen({ min: 1, max: MONEY_MAX }).optional()),
    usesMax: z.preprocess(blankIsNone, wholeNumber({ min: 1, max: 100_000_000 }).optional()),
    usesPerBuyer: z.preprocess(blankIsNone, wholeNumber({ min: 1, max: 1000 }).optional()),
    /** The first day and the last, both whole days in Nanping; from now on and without an end when left out. */
    from: z.preprocess(blankIsNone, z.iso.date('form.day').optional()),
    until: z.preprocess(blankIsNone, z.iso.date('form.day').optional()),
    stacks: ticked.default(false),
  })
  .refine((input) => input.kind !== 'percent' || input.percent !== undefined, {
    path: ['percent'],
    error: 'form.required',
  })
  .refine((input) => input.kind !== 'amount' || input.amount !== undefined, {
    path: ['amount'],
    error: 'form.required',
  })
  .refine((input) => (input.scope === 'all') === (input.scopeCodes.length === 0), {
    path: ['scopeCodes'],
    error: 'form.promotion-scope',
  })
  .refine((input) => input.usesPerBuyer === undefined || !input.automatic, {
    path: ['usesPerBuyer'],
    error: 'form.promotion-per-buyer',
  })
  .refine((input) => !input.until || !input.from || input.until >= input.from, {
    path: ['until'],
    error: 'form.promotion-until',
  })
  .refine((input) => input.funderKind === 'platform' || input.organization !== undefined, {
    path: ['organization'],
    error: 'form.required',
  });
export type DraftPromotion = z.infer<typeof DraftPromotion>;

/** Why a coupon takes nothing off a cart. */
export const couponProblems = [
  'unknown',
  'not-yet',
  'over',
  'used-up',
  'buyer-used',
  'out-of-scope',
  'min-not-reached',
  'better-without',
  'nothing-off',
] as const;
export type CouponProblem = (typeof couponProblems)[number];

/** A promotion that takes something off: by whom it is borne, and how much. */
export type DiscountView = {
  code: string;
  name: LocalizedText;
  funder: FunderKind;
  /** Of an organization that bears it. */
  funderName: LocalizedText | null;
  fen: Fen;
};

/** A row of the list of promotions. */
export type PromotionRowView = {
  id: string;
  code: string;
  automatic: boolean;
  name: LocalizedText;
  funder: FunderKind;
  organization: LocalizedText | null;
  kind: PromotionKind;
  basisPoints: number | null;
  amount: Fen | null;
  threshold: Fen;
  scope: PromotionScope;
  orderCap: Fen | null;
  stacks: boolean;
  state: PromotionState;
  validFrom: string;
  validUntil: string | null;
  uses: number;
  usesMax: number | null;
  usesPerBuyer: number | null;
  spent: Fen;
  budget: Fen | null;
  sample: boolean;
};

export type PromotionListView = {
  rows: PromotionRowView[];
  promotions: number;
  page: number;
  pages: number;
  /** The sellers whose own price the actor may cut; null when he may write a promotion of anybody. */
  sellers: { code: string; name: LocalizedText }[] | null;
};
