import { z } from 'zod';
import type { DueLineView, PayoutWay, SettlementCycle } from '#server/dues/contract.ts';
import { linesOfText, yuanAsFen } from '#server/kernel/input.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

export const statementStates = ['stated', 'confirmed', 'objected', 'approved', 'paying', 'paid', 'failed'] as const;
export type StatementState = (typeof statementStates)[number];

/** Who answered: the household itself, the village's helper for it, or nobody within the days there are. */
export type AnsweredBy = 'household' | 'helper' | 'silence';

const LINES_MAX = 500;

/** The household's yes. What a cooperative proposes to keep is kept only with a yes of its own. */
export const ConfirmStatement = z.object({ deductions: z.enum(['accept', 'refuse']) });
export type ConfirmStatement = z.infer<typeof ConfirmStatement>;

/** What the household does not agree with: which lines, and why. */
export const ObjectStatement = z.object({
  lines: z.array(z.uuid()).min(1).max(LINES_MAX),
  reason: linesOfText({ max: 500 }),
});
export type ObjectStatement = z.infer<typeof ObjectStatement>;

/** How an objection ended: the lines were right, or they are put right by an amount of their own, borne by somebody. */
export const ResolveObjection = z
  .object({
    outcome: z.enum(['kept', 'corrected']),
    /** Above zero the household gets more, below less; only where it was corrected. */
    adjustment: yuanAsFen({ min: -100_000_00, max: 100_000_00 }).optional(),
    bearer: z.enum(['seller', 'platform']).default('seller'),
    reason: linesOfText({ max: 500 }),
  })
  .refine(({ outcome, adjustment }) => outcome !== 'corrected' || adjustment !== undefined, {
    path: ['adjustment'],
    error: 'form.required',
  })
  .refine(({ outcome, adjustment }) => outcome !== 'corrected' || adjustment !== 0, {
    path: ['adjustment'],
    error: 'statements.difference-zero',
  })
  .refine(({ outcome, adjustment }) => outcome !== 'kept' || adjustment === undefined, {
    path: ['adjustment'],
    error: 'statements.difference-without-error',
  });
export type ResolveObjection = z.infer<typeof ResolveObjection>;

export type StatementRow = {
  id: string;
  number: string;
  household: { code: string; name: string; village: LocalizedText };
  /** `platform`, or who pays. */
  payer: { code: string; name: LocalizedText | null };
  way: PayoutWay;
  cycle: SettlementCycle;
  from: string;
  to: string;
  amount: Fen;
  state: StatementState;
  madeAt: string;
  answerUntil: string;
  answeredAt: string | null;
  answeredBy: AnsweredBy | null;
  /** Agreed and not paid for longer than it may take. */
  overdue: boolean;
  /** The card money goes to ends so; null where there is none. */
  cardTail: string | null;
};

/** Where statements stand, each at one place. */
export const statementPlaces = ['stated', 'held', 'due', 'paying', 'failed', 'paid'] as const;
/** What may be said of a statement wherever it stands. */
export const statementFlags = ['overdue', 'objected'] as const;
export const statementFilters = ['all', ...statementPlaces, ...statementFlags] as const;
export type StatementFilter = (typeof statementFilters)[number];

export type StatementsView = {
  filter: StatementFilter;
  /** The days a statement's period ends on; null of any. */
  period: { from: string; to: string } | null;
  /** How many and how much there are of each. */
  counts: Record<StatementFilter, { statements: number; amount: Fen }>;
  page: number;
  pages: number;
  rows: StatementRow[];
};

/** What the lines of a statement come to, kind by kind; they add up to its amount. */
export type StatementSums = {
  sales: Fen;
  returns: Fen;
  deductions: Fen;
  advances: Fen;
  advancesRepaid: Fen;
  adjustments: Fen;
};

export type StatementMove = {
  from: StatementState | null;
  to: StatementState;
  reason: string | null;
  at: string;
  by: string | null;
};

export type ObjectionView = {
  id: string;
  statementNumber: string;
  household: { code: string; name: string; village: LocalizedText };
  reason: string;
  madeAt: string;
  madeBy: 'household' | 'helper';
  state: 'open' | 'resolved';
  outcome: 'kept' | 'corrected' | null;
  resolution: string | null;
  resolvedAt: string | null;
  /** Waits for an answer longer than the rule lets money wait. */
  late: boolean;
  amount: Fen;
  lines: DueLineView[];
};

export type ObjectionsView = {
  open: number;
  /** When the list was read, to tell how long each waits. */
  asOf: string;
  page: number;
  pages: number;
  rows: Omit<ObjectionView, 'lines'>[];
};

/** A statement whole. What a household sees and what the books see is the same. */
export type StatementView = StatementRow & {
  accessCode: string;
  sums: StatementSums;
  lines: DueLineView[];
  /** Transfers made for it, newest first. */
  transfers: {
    number: string;
    way: PayoutWay;
    state: string;
    amount: Fen;
    cardTail: string | null;
    reason: string | null;
    paidAt: string | null;
  }[];
  /** With the lines each is about, which the statement itself no longer has. */
  objections: Omit<ObjectionView, 'household' | 'statementNumber' | 'late'>[];
  moves: StatementMove[];
  /** What stays for the next statement because no statement may take more than the agreed part. */
  carriedOver: Fen;
  mayAnswer: boolean;
};

/** A statement as its household finds it on its own desk. */
export type OwnStatementRow = StatementRow & { accessCode: string; paidAt: string | null };

export type OwnStatementsView = {
  /** Of whom the statements are; none where the phone is no household's. */
  households: { name: string; village: LocalizedText }[];
  sums: {
    paid: Fen;
    /** On statements that are not paid yet. */
    coming: Fen;
    /** Sold, and on no statement yet. */
    later: Fen;
    /** Objected to, and being looked at. */
    disputed: Fen;
  };
  page: number;
  pages: number;
  rows: OwnStatementRow[];
};

export const villageFilters = ['waiting', 'all'] as const;
export type VillageFilter = (typeof villageFilters)[number];

export type VillageStatementsView = {
  filter: VillageFilter;
  counts: Record<VillageFilter, number>;
  page: number;
  pages: number;
  rows: StatementRow[];
};
