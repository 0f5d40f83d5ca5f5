import type { SampleOrder } from '#seed/demo/orders.ts';
import { addMinutes, businessDayOf, startOfDay } from '#server/kernel/calendar.ts';

const LAST_MINUTES = 100;

/** One for the cooperative whose clerk one can be, so that there is something to pack; none from a short shelf. */
const baskets: readonly Pick<SampleOrder, 'buyer' | 'lines'>[] = [
  { buyer: 'shopper-02', lines: [{ pack: 'shunchang-ponkan-5kg', count: 1 }] },
  { buyer: 'shopper-03', lines: [{ pack: 'centre-shunchang-honey-500g', count: 2 }] },
  { buyer: 'shopper-07', lines: [{ pack: 'centre-bamboo-fungus-100g', count: 1 }] },
];

/**
 * Paid orders of the day itself, however early it is: the first page speaks of this week, and a world opened on a Monday
 * morning must not say that nobody bought anything.
 */
export function ordersOfToday(now: Date): SampleOrder[] {
  const midnight = startOfDay(businessDayOf(now)).getTime();
  const from = Math.max(midnight, addMinutes(now, -LAST_MINUTES).getTime());
  const step = (now.getTime() - from) / (baskets.length + 1);
  return baskets.map((basket, index) => ({
    key: `order-today-${index + 1}`,
    placedAt: new Date(Math.floor(from + step * (index + 0.5))),
    ...basket,
    fate: 'waiting',
    shippedAt: null,
    deliveredAt: null,
  }));
}
