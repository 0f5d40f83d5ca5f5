import { assert } from './errors.ts';

declare const fenBrand: unique symbol;
/** Money: whole fen (1 yuan = 100 fen), a safe integer. Yuan exists only in formatYuan and in the form parser. */
export type Fen = number & { readonly [fenBrand]: true };

/** Makes Fen of a whole safe integer; anything else is a bug. */
export function fen(value: number): Fen {
  assert(Number.isSafeInteger(value), `not whole fen: ${value}`);
  return value as Fen;
}

/** The sum of amounts; of none, zero. */
export function addFen(...amounts: Fen[]): Fen {
  return fen(amounts.reduce((sum, amount) => sum + amount, 0));
}

/** a × b ÷ c in whole numbers, a half goes up. Exact beyond 2^53 on the way; b and c must be non-negative whole numbers. */
export function multiplyRatio(a: number, b: number, c: number): number {
  assert(c > 0, 'ratio of a positive whole');
  const product = BigInt(a) * BigInt(b);
  const whole = BigInt(c);
  const doubled = product * 2n + whole;
  const quotient = doubled / (whole * 2n);
  const floored = doubled < 0n && doubled % (whole * 2n) !== 0n ? quotient - 1n : quotient;
  assert(floored >= Number.MIN_SAFE_INTEGER && floored <= Number.MAX_SAFE_INTEGER, 'a ratio within whole numbers');
  return Number(floored);
}

/**
 * Splits an amount by weights so that the parts add up to the fen: floors first, the fen left over go to the largest
 * remainders, ties to the earlier part. Worked table: docs/algorithms/largest-remainder.md.
 */
export function allocateFen(amount: Fen, weights: readonly number[]): Fen[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  assert(
    amount >= 0 && weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights and amount ≥ 0',
  );
  assert(total > 0, 'at least one weight above zero');
  const parts = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    return { index, floor: product / BigInt(total), rest: product % BigInt(total) };
  });
  let left = amount - parts.reduce((sum, part) => sum + Number(part.floor), 0);
  const result = parts.map((part) => Number(part.floor));
  const byRest = [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const part of byRest) {
    if (left === 0) break;
    result[part.index] = (result[part.index] ?? 0) + 1;
    left -= 1;
  }
  return result.map(fen);
}

/** `¥39.90`, `-¥0.05`; the same in both languages. */
export function formatYuan(amount: number): string {
  const whole = Math.abs(amount);
  const yuan = Math.floor(whole / 100).toLocaleString('en-US');
  return `${amount < 0 ? '-' : ''}¥${yuan}.${String(whole % 100).padStart(2, '0')}`;
}
