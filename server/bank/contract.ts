import { z } from 'zod';
import { trimmedText, wholeNumber, yuanAsFen } from '#server/kernel/input.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

const reason = trimmedText({ min: 2, max: 200 });
const accountNumber = trimmedText({ max: 60 }).regex(/^[0-9A-Za-z *-]{4,60}$/, 'form.invalid');
const reference = trimmedText({ max: 80 });
const CASH_FEN_MAX = 10_000_000;

/** What a column of a bank's statement can say. Amounts come as income and outgo, or as one with its direction or sign. */
export const columnKinds = [
  'day',
  'income',
  'outgo',
  'amount',
  'direction',
  'payerName',
  'payerAccount',
  'memo',
  'serial',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** Which row is the head, by its number in the file, and which columns (from 0) say what. A memo may stand in several. */
export type Mapping = { head: number; columns: Partial<Record<ColumnKind, number[]>> };

const COLUMNS_MAX = 200;
const ROWS_MAX = 1_048_576;

export const UploadStatement = z.object({ file: z.file('form.required').min(1, 'files.empty') });

/** The head's row, and for each column in order what it says. */
export const MapStatement = z
  .object({
    head: wholeNumber({ min: 1, max: ROWS_MAX }),
    kinds: z.array(z.enum(['none', ...columnKinds])).max(COLUMNS_MAX),
  })
  .transform(({ head, kinds }): Mapping => {
    const columns: Mapping['columns'] = {};
    for (const [index, kind] of kinds.entries()) {
      if (kind !== 'none') columns[kind] = [...(columns[kind] ?? []), index];
    }
    return { head, columns };
  });

export const MatchLine = z.object({ to: trimmedText({ max: 40 }), reason });
export type MatchLine = z.infer<typeof MatchLine>;

export const CreditLine = z.object({ reason });
export type CreditLine = z.infer<typeof CreditLine>;

export const ApplyCredit = MatchLine;
export type ApplyCredit = z.infer<typeof ApplyCredit>;

export const SendCredit = z.object({ toName: trimmedText({ max: 100 }), toAccount: accountNumber, reference, reason });
export type SendCredit = z.infer<typeof SendCredit>;

export const SendRefund = z.object({ toName: trimmedText({ max: 100 }), toAccount: accountNumber, reference });
export type SendRefund = z.infer<typeof SendRefund>;

export const HandBack = z.object({ receivedBy: trimmedText({ max: 60 }) });
export type HandBack = z.infer<typeof HandBack>;

export const FindCashOrder = z.object({ number: trimmedText({ max: 40 }) });
export const TakeCash = z.object({ taken: yuanAsFen({ min: 1, max: CASH_FEN_MAX }), key: trimmedText({ max: 60 }) });
export type TakeCash = z.infer<typeof TakeCash>;

/** The page a buyer reads his code from. */
export type TransferView = {
  paymentId: string;
  code: string;
  number: string;
  accessKey: string;
  state: 'waiting' | 'part' | 'paid' | 'refunded' | 'over';
  amount: number;
  received: number;
  missing: number;
  holdExpiresAt: string;
  /** Whether the goods are still held; money that comes later is taken in if they are still there. */
  held: boolean;
};

export type StatementListView = {
  id: string;
  filename: string;
  state: 'draft' | 'imported';
  lines: number | null;
  by: string | null;
  at: string;
}[];

export type StatementPreview = {
  id: string;
  filename: string;
  state: 'draft' | 'imported';
  head: { column: number; text: string; kind: string | null }[] | null;
  headRow: number | null;
  missing: string[];
  errors: { address: string; code: string; text: string }[];
  lines: {
    row: number;
    serial: string;
    day: string;
    amount: number;
    payerName: string;
    memo: string;
    codes: string[];
    known: boolean;
  }[];
  counts: { lines: number; errors: number; known: number; outgoing: number; sums: number; repeated: number };
  sum: number;
};

export type Suggestion = { code: string; number: string; missing: number; recipient: string; sameName: boolean };

export type WaitingLine = {
  id: string;
  day: string;
  serial: string;
  amount: number;
  left: number;
  payerName: string;
  payerAccount: string;
  memo: string;
  slips: string[];
  suggestions: Suggestion[];
};

export type CreditView = {
  id: string;
  at: string;
  amount: number;
  left: number;
  because: 'over' | 'by-hand' | 'released';
  reason: string | null;
  number: string | null;
  payerName: string;
  payerAccount: string;
};

export type PartView = {
  paymentId: string;
  code: string;
  number: string;
  orderState: string;
  amount: number;
  received: number;
  holdExpiresAt: string;
};

export type RefundByHandView = {
  id: string;
  number: string;
  amount: number;
  because: string;
  owedAt: string;
  payerName: string | null;
  payerAccount: string | null;
  recipient: string;
};

export type BankDeskView = {
  waiting: { lines: number; fen: number };
  credits: { lines: number; fen: number };
  refunds: { lines: number; fen: number };
  parts: number;
  statements: StatementListView;
};

export type CashOrderView = {
  number: string;
  recipient: string;
  total: number;
  state: string;
  receipt: CashReceiptView | null;
};

export type CashReceiptView = {
  number: string;
  orderNumber: string;
  organization: LocalizedText;
  due: number;
  taken: number;
  change: number;
  at: string;
  by: string | null;
};
