import { assert } from '#server/kernel/errors.ts';
import type { LineLeft } from '#server/refunds/index.ts';

export type Sent = { allocationId: string; shareId: string; quantity: number };

/**
 * What leaves with so many packs of a line: of each produce as much as they hold, first drawn first. With the last packs
 * goes all that is left, which of a line sold by weight is less than it says.
 */
export function sendPacks(line: LineLeft, count: number): Sent[] {
  assert(count <= line.toSend, 'no more packs are sent than are left');
  const byProduce = Map.groupBy(line.allocations, (allocation) => allocation.produceId);
  return [...byProduce.values()].flatMap((allocations) => {
    const left = allocations.reduce((sum, { quantity, sent, unsent }) => sum + quantity - sent - unsent, 0);
    const bought = allocations.reduce((sum, { quantity }) => sum + quantity, 0);
    return take(allocations, count === line.toSend ? left : (bought / line.count) * count);
  });
}

function take(allocations: LineLeft['allocations'], wanted: number): Sent[] {
  let missing = wanted;
  const taken: Sent[] = [];
  for (const { id, shareId, quantity, sent, unsent } of allocations) {
    const part = Math.min(missing, quantity - sent - unsent);
    if (part > 0) taken.push({ allocationId: id, shareId, quantity: part });
    missing -= part;
  }
  assert(missing === 0, 'the packs that are left hold what they say');
  return taken;
}
