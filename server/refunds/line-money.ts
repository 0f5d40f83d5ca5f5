import { type Fen, fen } from '#server/kernel/money.ts';
import { rowsOf, sql, type Tx } from '#server/platform/index.ts';
import type { LineMoney } from './split-refund.ts';

/** Of one allocation, what is left of it: fen the household still has of it, and grams or pieces still sold. */
export type AllocationLeft = {
  id: string;
  shareId: string;
  lotCode: string;
  householdId: string;
  householdCode: string;
  produceId: string;
  quantity: number;
  sent: number;
  unsent: number;
  returned: number;
  /** What it earned when it was sold, before anything was taken back. */
  earned: Fen;
  left: Fen;
};

/**
 * A paid line as a refund finds it, in packs: `count` were bought, for `countLeft` nothing has gone back yet; `toSend` are
 * still with the seller, `withBuyer` were sent and have not come back.
 */
export type LineLeft = {
  id: string;
  position: number;
  count: number;
  countLeft: number;
  toSend: number;
  withBuyer: number;
  catchWeight: boolean;
  money: LineMoney;
  allocations: AllocationLeft[];
};

type LineRow = Omit<LineLeft, 'money' | 'allocations'> & Omit<LineMoney, 'funded' | 'households'>;

/** The lines of a parcel with what is left of each. The caller has locked the order and the pools. */
export async function linesLeft(tx: Tx, parcelId: string): Promise<Map<string, LineLeft>> {
  const [lines, funded, allocations] = await Promise.all([
    rowsOf<LineRow>(
      tx,
      sql`select line.id, line.position, line.count, line.count - back.count as "countLeft",
            line.count - sent.count - back.unsent as "toSend", sent.count - back.returned as "withBuyer",
            line.catch_weight as "catchWeight",
            line.amount_fen - line.discount_fen - back.paid as paid, line.seller_fen - back.seller as seller,
            line.packing_fen - back.packing as packing, line.platform_fen - back.platform as platform
          from order_line as line cross join lateral (
            select coalesce(sum(part.count), 0)::int as count, coalesce(sum(part.paid_fen), 0)::bigint as paid,
              coalesce(sum(part.seller_fen), 0)::bigint as seller, coalesce(sum(part.packing_fen), 0)::bigint as packing,
              coalesce(sum(part.platform_fen), 0)::bigint as platform,
              coalesce(sum(part.count) filter (where refund.goods = 'unsent'), 0)::int as unsent,
              coalesce(sum(part.count) filter (where refund.goods = 'returned'), 0)::int as returned
            from refund_line as part join refund on refund.id = part.refund_id where part.line_id = line.id
          ) as back
          cross join lateral (
            select coalesce(sum(count), 0)::int as count from shipment_line where line_id = line.id
          ) as sent
          where line.parcel_id = ${parcelId} order by line.position`,
    ),
    rowsOf<{ lineId: string; funder: string; fen: Fen }>(
      tx,
      sql`select line.id as "lineId", discount.funder, (sum(discount.fen) - coalesce((select sum(fen) from refund_funder
              where line_id = line.id and funder = discount.funder), 0))::bigint as fen
          from order_line as line join line_discount as discount on discount.line_id = line.id
          where line.parcel_id = ${parcelId} and discount.funder <> 'seller'
          group by line.id, discount.funder order by line.id, discount.funder`,
    ),
    rowsOf<AllocationLeft & { lineId: string }>(
      tx,
      sql`select allocation.id, allocation.line_id as "lineId", allocation.share_id as "shareId", lot.code as "lotCode",
            allocation.household_id as "householdId", household.code as "householdCode",
            allocation.produce_id as "produceId", allocation.quantity, allocation.sent_quantity as sent,
            allocation.unsent_quantity as unsent, allocation.returned_quantity as returned,
            allocation.household_fen as earned, allocation.household_fen - allocation.unearned_fen as left
          from allocation join lot on lot.id = allocation.lot_id join household on household.id = allocation.household_id
          where allocation.parcel_id = ${parcelId} and allocation.earned_at is not null order by allocation.id`,
    ),
  ]);
  return new Map(
    lines.map(({ id, position, count, countLeft, toSend, withBuyer, catchWeight, ...money }) => {
      const own = allocations.filter(({ lineId }) => lineId === id).map(({ lineId: _, ...allocation }) => allocation);
      const line = {
        id,
        position,
        count,
        countLeft,
        toSend,
        withBuyer,
        catchWeight,
        money: {
          ...money,
          funded: funded
            .filter(({ lineId }) => lineId === id)
            .map(({ funder, fen: amount }) => ({ funder, fen: amount })),
          households: own.map((allocation) => ({ allocationId: allocation.id, fen: allocation.left })),
        },
        allocations: own,
      };
      return [id, line];
    }),
  );
}

/** What of a parcel's freight has not gone back yet. */
export async function freightLeft(tx: Tx, parcelId: string): Promise<Fen> {
  const [row] = await rowsOf<{ fen: Fen }>(
    tx,
    sql`select (parcel.freight_fen - coalesce((select sum(freight_fen) from refund where parcel_id = parcel.id), 0))::bigint as fen
        from parcel where id = ${parcelId}`,
  );
  return row?.fen ?? fen(0);
}
