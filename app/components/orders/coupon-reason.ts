import { useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { CartView } from '#server/orders/contract.ts';

/** Why the coupon kept with a cart takes nothing off, in a sentence; null when it does, or when there is none. */
export function useCouponReason(coupon: CartView['coupon']): string | null {
  const t = useT();
  if (!coupon?.problem) return null;
  const { code, missing } = coupon.problem;
  return t(`errors.promotions.${code}`, { missing: missing === null ? '' : formatYuan(missing) });
}
