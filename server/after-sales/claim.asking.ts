import { DomainError } from '#server/kernel/errors.ts';
import { type Fen, fen, formatYuan, multiplyRatio } from '#server/kernel/money.ts';
import type { ApplyForClaim } from './contract.ts';
import type { ClaimableLine } from './terms-of-parcel.ts';

/** What is asked of one line: so many packs, or a sum the buyer names. */
export type AskedLine = { lineId: string; line: ClaimableLine; count: number; fen: Fen; byAmount: boolean };

/**
 * What a buyer asks for, line by line. Refuses (invalid, beside its field) more packs than he has, more than is left of
 * what he paid, a return of no packs, and a claim about nothing.
 */
export function askedLines(input: Pick<ApplyForClaim, 'kind' | 'lines'>, lines: readonly ClaimableLine[]): AskedLine[] {
  const asked = input.lines.flatMap((wish, index) => {
    const amount = input.kind === 'return' ? undefined : wish.amount;
    if (wish.count === 0 && amount === undefined) return [];
    const line = lines.find((other) => other.line === wish.line);
    if (!line) throw new DomainError('invalid', 'claims.line-unknown', { field: `lines[${index}].count` });
    if (wish.count > line.count) {
      throw new DomainError('invalid', 'claims.more-packs', { field: `lines[${index}].count`, left: line.count });
    }
    if (amount !== undefined && amount > line.left) {
      throw new DomainError('invalid', 'claims.more-money', {
        field: `lines[${index}].amount`,
        left: formatYuan(line.left),
      });
    }
    const money = amount === undefined ? priceOf(line, wish.count) : fen(amount);
    if (money === 0) throw new DomainError('invalid', 'claims.nothing-left', { field: `lines[${index}].count` });
    return [{ lineId: line.id, line, count: wish.count, fen: money, byAmount: amount !== undefined }];
  });
  if (asked.length === 0) throw new DomainError('invalid', 'claims.nothing-asked', { field: 'lines[0].count' });
  if (new Set(asked.map(({ lineId }) => lineId)).size < asked.length) {
    throw new DomainError('invalid', 'claims.line-twice', { field: 'lines[0].count' });
  }
  return asked;
}

/** What so many packs come to of what is left of their line, half a fen up: as a refund of them would be. */
function priceOf(line: ClaimableLine, count: number): Fen {
  return line.countLeft === 0 ? fen(0) : fen(multiplyRatio(line.left, count, line.countLeft));
}
