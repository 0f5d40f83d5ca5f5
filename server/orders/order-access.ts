import { timingSafeEqual } from 'node:crypto';
import type { Ctx } from '#server/platform/index.ts';

/** How a reader shows that an order is theirs: by being signed in as its buyer, or by the key in its link. */
export type OrderReader = { accessKey: string | null };

type Owned = { access_key: string; buyer_user_id: string | null };

/** Whether this reader may see the order. Who may not is told that there is none. */
export function mayRead(ctx: Ctx, order: Owned, reader: OrderReader): boolean {
  if (ctx.actor.kind === 'system') return true;
  if (order.buyer_user_id !== null && order.buyer_user_id === ctx.actor.id) return true;
  return reader.accessKey !== null && isSame(reader.accessKey, order.access_key);
}

function isSame(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
