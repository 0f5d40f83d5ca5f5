import type { SampleOrder } from '#seed/demo/orders.ts';
import { addDays, addMinutes, startOfDay } from '#server/kernel/calendar.ts';
import { lastRoundOf } from './rounds.ts';

const PLACED_DAYS_BEFORE = 14;
const HOUR = 60;

/**
 * One large order of honey that comes to the household one can be in its turn, placed so that it is on the last
 * statement: when one signs in as that household there is something to answer.
 */
export function ordersOfHousehold(now: Date): SampleOrder[] {
  const placedAt = addMinutes(startOfDay(addDays(lastRoundOf(now), -PLACED_DAYS_BEFORE)), 10 * HOUR);
  return [
    {
      key: 'order-household',
      placedAt,
      buyer: 'shopper-04',
      lines: [{ pack: 'shunchang-honey-500g', count: 8 }],
      fate: 'delivered',
      shippedAt: addMinutes(placedAt, 20 * HOUR),
      deliveredAt: addMinutes(placedAt, 50 * HOUR),
    },
  ];
}
