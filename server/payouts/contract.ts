import { z } from 'zod';
import type { PayoutWay } from '#server/dues/contract.ts';
import { imageFiles, linesOfText, trimmedText } from '#server/kernel/input.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

export const runStates = ['assembling', 'assembled', 'approved', 'exported', 'settled', 'rejected'] as const;
export type RunState = (typeof runStates)[number];

export const transferStates = [
  'prepared',
  'approved',
  'sent',
  'unknown',
  'paid',
  'failed',
  'returned',
  'dropped',
] as const;
export type TransferState = (typeof transferStates)[number];

/** What the bank says became of a transfer. */
export const bankOutcomes = ['paid', 'failed', 'returned', 'unknown'] as const;
export type BankOutcome = (typeof bankOutcomes)[number];

/** A run of one payer. The key makes it one, however often the button is pressed. */
export const AssemblePayout = z.object({
  payer: trimmedText({ max: 60 }).default('platform'),
  key: trimmedText({ max: 80 }),
});
export type AssemblePayout = z.infer<typeof AssemblePayout>;

export const RejectPayout = z.object({ reason: linesOfText({ max: 300 }) });
export type RejectPayout = z.infer<typeof RejectPayout>;

export const CorrectCard = z.object({
  card: trimmedText({ max: 40 }).overwrite((text) => text.replace(/[\s-]/g, '')),
});
export type CorrectCard = z.infer<typeof CorrectCard>;

/** Paid in cash: who watched, and the photo of it, a file kept before. */
export const PayInCash = z.object({
  firstWitness: trimmedText({ min: 2, max: 40 }),
  secondWitness: trimmedText({ min: 2, max: 40 }),
  photo: z.uuid(),
});
export type PayInCash = z.infer<typeof PayInCash>;

export const CASH_PHOTO_BYTES_MAX = 10 * 1_048_576;

/** The same as a person sends it: the photo itself. */
export const HandOverCash = PayInCash.omit({ photo: true }).extend({
  photo: imageFiles({ max: 1, bytesMax: CASH_PHOTO_BYTES_MAX }).refine(
    (files) => files.length === 1,
    'payouts.photo-missing',
  ),
});
export type HandOverCash = z.infer<typeof HandOverCash>;

/** The file in which a bank says what became of a run. */
export const ReadResults = z.object({ file: z.file('form.required').min(1, 'files.empty') });
export type ReadResults = z.infer<typeof ReadResults>;

export type PayoutRunRow = {
  id: string;
  number: string;
  payer: { code: string; name: LocalizedText | null };
  state: RunState;
  /** How far it is while it is assembled: transfers made of statements planned. */
  planned: number;
  transfers: number;
  total: Fen;
  paid: { transfers: number; amount: Fen };
  failed: { transfers: number; amount: Fen };
  returned: { transfers: number; amount: Fen };
  /** At the bank, or the bank does not know yet. */
  open: { transfers: number; amount: Fen };
  madeBy: string;
  madeAt: string;
  approvedBy: string | null;
  approvedAt: string | null;
  exportedAt: string | null;
};

export type PayoutRunsView = { page: number; pages: number; rows: PayoutRunRow[] };

/** A transfer as a screen shows it: of the card its last four digits. */
export type TransferRow = {
  number: string;
  household: { code: string; name: string };
  statementNumber: string;
  way: PayoutWay;
  amount: Fen;
  cardTail: string | null;
  state: TransferState;
  reason: string | null;
  paidAt: string | null;
  /** Failed or came back: whether it waits for the next run, and what took it up again: a run, or cash. */
  owedAgain: boolean;
  again: { run: string | null; transfer: string; state: TransferState } | null;
};

export type PayoutRunView = PayoutRunRow & {
  sha256: string | null;
  /** Whether the reader may approve: he may, and he is not who made it. */
  mayApprove: boolean;
  filter: TransferState | 'all';
  counts: Partial<Record<TransferState, number>>;
  page: number;
  pages: number;
  rows: TransferRow[];
  moves: { from: RunState | null; to: RunState; reason: string | null; at: string; by: string | null }[];
  imports: { fileName: string; rows: number; changed: number; at: string; by: string | null }[];
};

/** What of settlement waits on the first screen of the books. */
export type SettlementWaitingView = {
  runs: { number: string; transfers: number; total: Fen; madeBy: string; since: string }[];
  objections: { id: string; household: string; statement: string; since: string }[];
  payable: { statements: number; amount: Fen; since: string | null };
};

/** What could be paid now, by payer, and what cannot because its household has no card. */
export type PayableView = {
  payers: { code: string; name: LocalizedText | null; statements: number; amount: Fen }[];
  withoutCard: {
    household: { code: string; name: string; village: LocalizedText };
    statementNumber: string;
    amount: Fen;
  }[];
  inCash: {
    household: { code: string; name: string; village: LocalizedText };
    statementId: string;
    statementNumber: string;
    amount: Fen;
  }[];
};

export type BankFile = { fileName: string; text: string; sha256: string; transfers: number; total: Fen };

/** What is wrong with a row of the bank's file, by its number there. The sentence is `errors.<code>`. */
export type ResultError = { row: number; code: string; params: Record<string, string | number> };

/** Read whole or not at all. */
export type ImportedResults =
  | { done: true; rows: number; paid: number; failed: number; returned: number; unknown: number; unchanged: number }
  /** The very file was read before, and then. */
  | { done: 'before'; at: string }
  | { done: false; errors: ResultError[] };
