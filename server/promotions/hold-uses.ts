import type { Fen } from '#server/kernel/money.ts';
import { asRecords, rowsOf, run, sql, type Tx } from '#server/platform/index.ts';

export type HeldUse = { promotionId: string; fen: Fen };

/** Counts the uses of an order that waits for its money. The caller has locked the promotions and looked again. */
export async function holdUses(tx: Tx, orderId: string, buyerKey: string, uses: readonly HeldUse[]): Promise<void> {
  if (uses.length === 0) return;
  const rows = uses.map(({ promotionId, fen }) => ({ promotion_id: promotionId, fen }));
  await run(
    tx,
    sql`with use as (
          select * from jsonb_to_recordset(${asRecords(rows)}) as use(promotion_id uuid, fen bigint)
        ), held as (
          insert into promotion_use (promotion_id, order_id, buyer_key, fen, state, held_at)
          select promotion_id, ${orderId}, ${buyerKey}, fen, 'held', ${tx.now} from use
        )
        update promotion set uses = uses + 1, spent_fen = spent_fen + use.fen from use where promotion.id = use.promotion_id`,
  );
}

/** An order was paid: what it held is used. Nothing is counted anew, so no promotion is locked. */
export async function spendHeldUses(tx: Tx, orderId: string): Promise<void> {
  await run(
    tx,
    sql`update promotion_use set state = 'used', ended_at = ${tx.now} where order_id = ${orderId} and state = 'held'`,
  );
}

/** Orders lapsed or were taken back: the uses they held are there for others again. Locks promotions in id order. */
export async function releaseUses(tx: Tx, orderIds: readonly string[]): Promise<void> {
  await lockPromotionsOf(tx, orderIds, 'held');
  await run(
    tx,
    sql`with released as (
          update promotion_use set state = 'released', ended_at = ${tx.now}
          where order_id = any(${[...orderIds]}::uuid[]) and state = 'held' returning promotion_id, fen
        ), sums as (
          select promotion_id, count(*)::int as uses, sum(fen)::bigint as fen from released group by promotion_id
        )
        update promotion set uses = promotion.uses - sums.uses, spent_fen = spent_fen - sums.fen
        from sums where promotion.id = sums.promotion_id`,
  );
}

/** Locks, in id order, the promotions of orders' uses in a state. */
export async function lockPromotionsOf(tx: Tx, orderIds: readonly string[], state: 'held' | 'released'): Promise<void> {
  await rowsOf(
    tx,
    sql`select id from promotion where id in (
          select promotion_id from promotion_use where order_id = any(${[...orderIds]}::uuid[]) and state = ${state})
        order by id for update`,
  );
}

/**
 * A lapsed order was paid after all: it takes its uses again where its promotions still have them, and where they have
 * not, its price holds all the same, beyond their count: it was said to the buyer. The caller has locked the promotions.
 */
export async function retakeUses(tx: Tx, orderId: string): Promise<void> {
  await run(
    tx,
    sql`with lapsed as (
          select use.promotion_id, use.fen, coalesce(uses < uses_max, true) and coalesce(spent_fen + use.fen <= budget_fen, true) as fits
          from promotion_use as use join promotion on promotion.id = use.promotion_id
          where use.order_id = ${orderId} and use.state = 'released'
        ), taken as (
          update promotion_use set state = case when lapsed.fits then 'used' else 'honoured' end, ended_at = ${tx.now}
          from lapsed where promotion_use.order_id = ${orderId} and promotion_use.promotion_id = lapsed.promotion_id
        )
        update promotion set uses = uses + 1, spent_fen = spent_fen + lapsed.fen
        from lapsed where promotion.id = lapsed.promotion_id and lapsed.fits`,
  );
}
