import { z } from 'zod';
import { trimmedText, wholeNumber, yuanAsFen } from '#server/kernel/input.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

export const settlementCycles = ['weekly', 'ten-days', 'month'] as const;
export type SettlementCycle = (typeof settlementCycles)[number];

export const payoutWays = ['bank', 'cash'] as const;
export type PayoutWay = (typeof payoutWays)[number];

export const dueKinds = ['sale', 'return', 'deduction', 'advance', 'advance-repaid', 'adjustment'] as const;
export type DueKind = (typeof dueKinds)[number];

export const dueStates = [
  'accrued',
  'stated',
  'objected',
  'confirmed',
  'approved',
  'paying',
  'paid',
  'failed',
  'dropped',
] as const;
export type DueState = (typeof dueStates)[number];

export const deductionKinds = ['seed', 'packing', 'other'] as const;

/** Above this a deduction or an advance is a slip of the pen. */
const AMOUNT_MAX_FEN = 100_000_00;

/** What a cooperative asks a household to let it keep of its money: for seed, for packing. */
export const ProposeDeduction = z.object({
  household: trimmedText({ max: 20 }),
  what: z.enum(deductionKinds),
  amount: yuanAsFen({ min: 1, max: AMOUNT_MAX_FEN }),
  note: trimmedText({ max: 100 }),
});
export type ProposeDeduction = z.infer<typeof ProposeDeduction>;

/** Paying a household before its sale is payable, out of the revolving fund. The key makes it one. */
export const AdvanceHousehold = z.object({
  household: trimmedText({ max: 20 }),
  amount: yuanAsFen({ min: 1, max: AMOUNT_MAX_FEN }),
  reason: trimmedText({ max: 200 }),
  key: trimmedText({ max: 80 }),
});
export type AdvanceHousehold = z.infer<typeof AdvanceHousehold>;

export const FillFund = z.object({
  amount: yuanAsFen({ min: 1, max: 100_000_000_00 }),
  from: trimmedText({ max: 100 }),
  key: trimmedText({ max: 80 }),
});
export type FillFund = z.infer<typeof FillFund>;

/** How households are settled with: of all or of one organization, all or one household, from a day on. */
export const AgreeSettlement = z.object({
  organization: trimmedText({ max: 60 }).nullable(),
  household: trimmedText({ max: 20 }).nullable(),
  cycle: z.enum(settlementCycles),
  /** `platform`, or the code of the organization that pays. */
  payer: trimmedText({ max: 60 }),
  deductionCapBasisPoints: wholeNumber({ max: 10_000 }),
  way: z.enum(payoutWays),
  validFrom: trimmedText({ max: 10 }).regex(/^\d{4}-\d{2}-\d{2}$/, 'form.day'),
});
export type AgreeSettlement = z.infer<typeof AgreeSettlement>;

/** One thing a household is owed (above zero) or owes (below). */
export type DueLineView = {
  id: string;
  kind: DueKind;
  state: DueState;
  amount: Fen;
  aroseOn: string;
  organization: { code: string; name: LocalizedText } | null;
  orderNumber: string | null;
  parcelNumber: string | null;
  refundNumber: string | null;
  product: LocalizedText | null;
  produce: LocalizedText | null;
  lotCode: string | null;
  /** Base units of the sale, and what is left of them after refunds. */
  quantity: number | null;
  baseUnit: BaseUnit | null;
  agreedPrice: Fen | null;
  note: string | null;
  statementNumber: string | null;
  /** Part of a line that no statement could take whole. */
  isRest: boolean;
};

export const moneyStands = [
  'earned',
  'advanced',
  'accrued',
  'proposed',
  'stated',
  'confirmed',
  'objected',
  'paying',
  'failed',
  'paid',
] as const;
/** Where money stands on its way to a household. */
export type MoneyStands = (typeof moneyStands)[number];

/** Which of a household's due lines are listed: those that stand somewhere, or all. */
export const dueFilters = ['all', ...moneyStands.filter((stands) => stands !== 'earned')] as const;
export type DueFilter = (typeof dueFilters)[number];

/**
 * Where a household's money stands, in fen: these but `proposed` add up to all it earned, each fen once, less what it
 * let be kept. Accrued, stated, confirmed, objected and failed together are what the ledger says is payable.
 */
export type HouseholdMoney = {
  /** Sold and paid for, still in its claim window or on its way. */
  earned: Fen;
  /** Below zero: what of `earned` was paid early and stands further on its way too, until its sale repays it. */
  advanced: Fen;
  /** Payable, on no statement yet. */
  accrued: Fen;
  /** Below zero: deductions asked for and not agreed to, on a statement or not. Nothing is less for them yet. */
  proposed: Fen;
  /** On a statement, answered or not, and objected to. */
  stated: Fen;
  confirmed: Fen;
  objected: Fen;
  /** In an approved run, at the bank. */
  paying: Fen;
  /** The bank could not pay or sent it back: waits for the next run. */
  failed: Fen;
  paid: Fen;
};

export type HouseholdDuesView = {
  household: { code: string; name: string; village: LocalizedText };
  money: HouseholdMoney;
  filter: DueFilter;
  page: number;
  pages: number;
  lines: DueLineView[];
};

export type DueHouseholdRow = { code: string; name: string; village: LocalizedText } & HouseholdMoney;

export type DueHouseholdsView = {
  total: HouseholdMoney;
  households: number;
  page: number;
  pages: number;
  rows: DueHouseholdRow[];
};

export type AdvanceableView = {
  household: { code: string; name: string };
  most: Fen;
  lent: Fen;
  balance: Fen;
};

export type FundView = {
  balance: Fen;
  lent: Fen;
  page: number;
  pages: number;
  advances: {
    id: string;
    household: { code: string; name: string };
    amount: Fen;
    repaid: Fen;
    reason: string;
    givenAt: string;
    by: string | null;
  }[];
  /** What came into the fund (above zero) and went out of it, newest first. */
  movements: {
    page: number;
    pages: number;
    rows: {
      id: string;
      at: string;
      kind: string;
      amount: Fen;
      /** Where it came from, or which household it went to. */
      from: string | null;
      household: { code: string; name: string } | null;
      by: string | null;
    }[];
  };
};
