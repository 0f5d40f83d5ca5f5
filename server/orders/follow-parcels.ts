import { rowOf, sql, type Tx } from '#server/platform/index.ts';
import { moveOrder, type OrderRow } from './order.moves.ts';

/** Moves a paid order on when all of its parcels have come to their end: completed if anything arrived, else cancelled. */
export async function followParcels(tx: Tx, order: OrderRow, reason: string | null = null): Promise<void> {
  const parcels = await rowOf<{ open: number; delivered: number }>(
    tx,
    sql`select count(*) filter (where state not in ('delivered', 'cancelled'))::int as open,
          count(*) filter (where state = 'delivered')::int as delivered
        from parcel where order_id = ${order.id}`,
  );
  if (!parcels || parcels.open > 0) return;
  await moveOrder(tx, order, parcels.delivered > 0 ? 'completed' : 'cancelled', reason);
}
