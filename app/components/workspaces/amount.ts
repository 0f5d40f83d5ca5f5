import { formatYuan } from '#server/kernel/money.ts';

/** `1,284.00`, for a column that says yuan in its head. */
export function amount(fen: number): string {
  return formatYuan(fen).replace('¥', '');
}
