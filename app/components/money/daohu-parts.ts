import { allocateFen, fen } from '#server/kernel/money.ts';

/** Where a price goes, in fen; a MakeUp of the server is one. */
export type DaohuParts = { household: number; seller: number; packing: number; freight: number; platform: number };
export type DaohuPart = keyof DaohuParts;

export const daohuOrder = ['household', 'seller', 'packing', 'freight', 'platform'] as const satisfies DaohuPart[];

export function daohuTotal(parts: DaohuParts): number {
  return daohuOrder.reduce((sum, part) => sum + parts[part], 0);
}

/**
 * Whole percent that add up to 100, by largest remainder. A part that somebody tops up (below zero) shows as 0 percent;
 * its yuan beside it still say what it is.
 */
export function daohuPercent(parts: DaohuParts): Record<DaohuPart, number> {
  const shown = daohuOrder.map((part) => Math.max(0, parts[part]));
  const nothing = shown.every((amount) => amount === 0);
  const percent = nothing ? shown : allocateFen(fen(100), shown);
  return Object.fromEntries(daohuOrder.map((part, index) => [part, percent[index] ?? 0])) as Record<DaohuPart, number>;
}

/** Where each colour of the thin line ends, as CSS custom properties. */
export function daohuStops(parts: DaohuParts): Record<'--a' | '--b' | '--c' | '--d', string> {
  const total = daohuOrder.reduce((sum, part) => sum + Math.max(0, parts[part]), 0) || 1;
  let reached = 0;
  const [a, b, c, d] = daohuOrder.map((part) => {
    reached += Math.max(0, parts[part]);
    return `${Math.round((reached / total) * 1000) / 10}%`;
  });
  return { '--a': a ?? '0', '--b': b ?? '0', '--c': c ?? '0', '--d': d ?? '0' };
}
