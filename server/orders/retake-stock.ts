import type { BusinessDay } from '#server/kernel/calendar.ts';
import { uuidv7s } from '#server/kernel/ids.ts';
import { asRecords, rowsOf, run, sql, type Tx } from '#server/platform/index.ts';
import { type Demand, holdStock } from '#server/stock/index.ts';

/** Holds the goods of a lapsed order anew, since its money came late. False, and nothing held, when they are gone. */
export async function retakeStock(tx: Tx, orderId: string, today: BusinessDay): Promise<boolean> {
  const demands = await rowsOf<Demand & { parcelId: string }>(
    tx,
    sql`select line.id as key, line.parcel_id as "parcelId", parcel.organization_id as "organizationId",
          part.produce_id as "produceId", part.quantity as "packQuantity", line.count
        from order_line as line join parcel on parcel.id = line.parcel_id
        join lateral (
          select produce_id, sum(quantity)::bigint / line.count as quantity from allocation
          where allocation.line_id = line.id and allocation.state = 'released' group by produce_id
        ) as part on true
        where line.order_id = ${orderId} order by line.position`,
  );
  const { held, shortages } = await holdStock(tx, demands, today);
  if (shortages.length > 0) return false;

  const parcelOf = new Map(demands.map((demand) => [demand.key, demand.parcelId]));
  const ids = uuidv7s(tx.now, held.length);
  const records = held.map((draw, index) => ({
    id: ids[index],
    parcel_id: parcelOf.get(draw.key),
    line_id: draw.key,
    share_id: draw.shareId,
    lot_id: draw.lotId,
    household_id: draw.householdId,
    produce_id: draw.produceId,
    quantity: draw.quantity,
    agreed_price: draw.agreedPrice,
  }));
  // What was released stands as history only while nothing replaces it: one line draws on one share once.
  await run(tx, sql`delete from allocation where order_id = ${orderId} and state = 'released'`);
  await run(
    tx,
    sql`insert into allocation (id, order_id, parcel_id, line_id, share_id, lot_id, household_id, produce_id, quantity,
          agreed_price, state)
        select id, ${orderId}, parcel_id, line_id, share_id, lot_id, household_id, produce_id, quantity, agreed_price, 'held'
        from jsonb_to_recordset(${asRecords(records)}) as allocation(id uuid, parcel_id uuid, line_id uuid, share_id uuid,
          lot_id uuid, household_id uuid, produce_id uuid, quantity bigint, agreed_price bigint)`,
  );
  return true;
}
