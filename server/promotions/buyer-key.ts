import { sealAlike } from '#server/platform/sealed.ts';
import type { BuyerKey } from './basket-promotions.ts';

/**
 * By what a buyer is known when a coupon is only so often for one: his account, or without one the phone he has goods
 * sent to, as a token nobody can read.
 */
export function buyerKeyOf(userId: string | null, phone: string | null): BuyerKey {
  if (userId !== null) return `user:${userId}`;
  return phone === null ? null : `phone:${sealAlike(phone)}`;
}
