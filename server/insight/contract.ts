import { z } from 'zod';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

const ticked = z.preprocess((value) => value === 'on' || value === true || value === 'true', z.literal(true));

/** Closing a month asks that it be said: it cannot be undone. The month is the one that was looked at. */
export const ClosePeriod = z.object({ month: z.string().regex(MONTH, 'form.invalid'), sure: ticked });
export type ClosePeriod = z.infer<typeof ClosePeriod>;

export type MonthRow = {
  month: string;
  state: 'closed' | 'open' | 'running';
  closedAt: string | null;
  by: string | null;
  hash: string | null;
};

/** The month whose turn it is, and what must hold, and what is only good to know, before it is closed. */
export type ClosingMonth = {
  month: string;
  isOver: boolean;
  /** The first day on which it may be closed. */
  from: string;
  /** What was last proved; closing proves anew. */
  proof: { asOf: string; proofs: number; broken: number } | null;
  waiting: { unapplied: number; lines: number; refunds: number };
};

export type ClosingView = { months: MonthRow[]; next: ClosingMonth | null };
