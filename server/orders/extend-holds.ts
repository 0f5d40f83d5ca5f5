import { asRecords, run, sql, type Tx } from '#server/platform/index.ts';

/** Holds the goods of unpaid orders longer; never shorter, and never again once they were let go. */
export async function extendHolds(tx: Tx, holds: readonly { orderId: string; until: Date }[]): Promise<number> {
  if (holds.length === 0) return 0;
  const records = holds.map(({ orderId, until }) => ({ order_id: orderId, until }));
  return run(
    tx,
    sql`with wanted as (
          select order_id, max(until) as until
          from jsonb_to_recordset(${asRecords(records)}) as hold(order_id uuid, until timestamptz) group by order_id
        ), locked as (
          select trade_order.id, wanted.until from trade_order join wanted on wanted.order_id = trade_order.id
          where state = 'placed' order by trade_order.id for update of trade_order
        )
        update trade_order set hold_expires_at = locked.until from locked
        where trade_order.id = locked.id and hold_expires_at < locked.until`,
  );
}
