import { assert } from '#server/kernel/errors.ts';
import { addFen, type Fen, fen, multiplyRatio } from '#server/kernel/money.ts';

/** One line that waits for a statement, oldest first in its list. */
export type OpenLine = {
  id: string;
  amount: Fen;
  /** An advance on a sale that stands on the same statement: the household has had this money, so it is set off whole. */
  setOffWhole: boolean;
};

export type Netted = {
  /** What the statement takes of each line; of a line that is not among them, nothing. */
  taken: { id: string; amount: Fen; rest: Fen }[];
  total: Fen;
};

const WHOLE_BASIS_POINTS = 10_000;

/**
 * Which lines a statement takes, and how much of them. All that is owed to the household; of what it owes first the
 * advances on these very sales, then the oldest returns and deductions up to the agreed part of what is left, the last
 * of them cut in two. What is not taken waits for the next statement. So a statement is never below zero, and no debt
 * eats more of it than was agreed. Worked tables: docs/algorithms/statements.md.
 */
export function netLines(lines: readonly OpenLine[], capBasisPoints: number): Netted {
  assert(capBasisPoints >= 0 && capBasisPoints <= WHOLE_BASIS_POINTS, 'a cap between nothing and all');
  const owed = lines.filter(({ amount }) => amount > 0);
  const sum = addFen(...owed.map(({ amount }) => amount));
  const setOff = takeUpTo(
    sum,
    lines.filter(({ amount, setOffWhole }) => amount < 0 && setOffWhole),
  );
  const left = fen(sum + addFen(...setOff.map(({ amount }) => amount)));
  const capped = takeUpTo(
    floorOf(left, capBasisPoints),
    lines.filter(({ amount, setOffWhole }) => amount < 0 && !setOffWhole),
  );
  const taken = [...owed.map(({ id, amount }) => ({ id, amount, rest: fen(0) })), ...setOff, ...capped];
  return { taken, total: addFen(...taken.map(({ amount }) => amount)) };
}

/** The agreed part, a broken fen in the household's favour. */
function floorOf(amount: Fen, basisPoints: number): Fen {
  const near = multiplyRatio(amount, basisPoints, WHOLE_BASIS_POINTS);
  return fen(BigInt(near) * BigInt(WHOLE_BASIS_POINTS) > BigInt(amount) * BigInt(basisPoints) ? near - 1 : near);
}

function takeUpTo(room: Fen, debts: readonly OpenLine[]): Netted['taken'] {
  let left: number = room;
  const taken = [];
  for (const { id, amount } of debts) {
    const part = Math.min(left, -amount);
    if (part === 0) break;
    taken.push({ id, amount: fen(-part), rest: fen(amount + part) });
    left -= part;
  }
  return taken;
}
