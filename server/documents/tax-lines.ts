import { addFen, type Fen, fen, multiplyRatio } from '#server/kernel/money.ts';
import type { TaxLine } from './contract.ts';

const WHOLE = 10_000;

/** The tax inside what was paid, at a rate in basis points; none where the goods are exempt. Half a fen goes up. */
export function taxWithin(paid: Fen, rate: number | null): Fen {
  return rate === null ? fen(0) : fen(paid - multiplyRatio(paid, WHOLE, WHOLE + rate));
}

export type PaidLine = Omit<TaxLine, 'amount' | 'tax'> & { paid: Fen };

/** Splits what was paid for each line into amount and tax, and adds them up. */
export function taxLines(paidLines: readonly PaidLine[]): { lines: TaxLine[]; amount: Fen; tax: Fen; total: Fen } {
  const lines = paidLines.map(({ paid, ...line }) => {
    const tax = taxWithin(paid, line.rate);
    return { ...line, amount: fen(paid - tax), tax };
  });
  const amount = addFen(...lines.map((line) => line.amount));
  const tax = addFen(...lines.map((line) => line.tax));
  return { lines, amount, tax, total: addFen(amount, tax) };
}

/** `13%`, `1.5%`. */
export function spellRate(rate: number): string {
  return `${rate / 100}%`;
}

/** The price of one, to at most eight decimals as a digital invoice has it: the amount is what counts. */
export function unitPriceOf(amount: Fen, quantity: number): string {
  const price = (amount / 100 / quantity).toFixed(8).replace(/0+$/, '');
  const [yuan = '0', decimals = ''] = price.split('.');
  return `${yuan}.${decimals.padEnd(2, '0')}`;
}
