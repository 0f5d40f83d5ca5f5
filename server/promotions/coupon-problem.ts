import type { Fen } from '#server/kernel/money.ts';
import type { CouponProblem } from './contract.ts';
import type { Discount } from './discounts.ts';
import { type DiscountableLine, type Promotion, whyNot } from './promotion.ts';

/** Why the coupon that was typed takes nothing off; null when it does. */
export function couponProblem(
  code: string,
  promotions: readonly Promotion[],
  lines: readonly DiscountableLine[],
  applied: readonly Discount[],
  now: Date,
): { problem: CouponProblem; missing?: Fen } | null {
  const coupon = promotions.find((promotion) => promotion.code === code && !promotion.automatic);
  if (!coupon) return { problem: 'unknown' };
  if (applied.some(({ promotion }) => promotion.id === coupon.id)) return null;
  return whyNot(coupon, lines, now) ?? { problem: applied.length > 0 ? 'better-without' : 'nothing-off' };
}
