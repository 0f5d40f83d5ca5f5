import { businessDayOf } from '#server/kernel/calendar.ts';
import { fen } from '#server/kernel/money.ts';
import { lockParcelWithOrder } from '#server/orders/index.ts';
import { authorize, type Ctx, rowsOf, sql, type Tx, transact } from '#server/platform/index.ts';
import type { DeliveryNoteSnapshot } from './contract.ts';
import { insertDocument } from './insert-document.ts';
import { paperFacts } from './paper-facts.ts';

type ShipmentRow = { id: string; seq: number; courier: string; trackingNumber: string | null; shippedAt: string };

/** A delivery note for each shipment of a parcel that has none yet. */
export async function issueDeliveryNotes(ctx: Ctx, parcelId: string): Promise<void> {
  authorize(ctx, 'documents.issue');
  await transact(ctx, async (tx) => {
    await lockParcelWithOrder(tx, parcelId);
    const shipments = await rowsOf<ShipmentRow>(
      tx,
      sql`select id, seq, courier, tracking_number as "trackingNumber", shipped_at as "shippedAt" from shipment
          where parcel_id = ${parcelId} and not exists (select from document where shipment_id = shipment.id) order by seq`,
    );
    if (shipments.length === 0) return;
    const facts = await paperFacts(tx, parcelId);
    for (const { id, shippedAt, ...shipment } of shipments) {
      await insertDocument(tx, {
        key: `delivery-note:${id}`,
        facts,
        shipmentId: id,
        total: fen(0),
        content: {
          kind: 'delivery-note',
          delivery: facts.delivery,
          shipment: { ...shipment, shippedOn: businessDayOf(new Date(shippedAt)) },
          lines: await linesOf(tx, id),
          origins: await originsOf(tx, id),
        },
      });
    }
  });
}

function linesOf(tx: Tx, shipmentId: string): Promise<DeliveryNoteSnapshot['lines']> {
  return rowsOf(
    tx,
    sql`select product_name as item, pack_name as spec, sent.count
        from shipment_line as sent join order_line as line on line.id = sent.line_id
        where sent.shipment_id = ${shipmentId} order by line.position`,
  );
}

/**
 * From which lots and households the goods of one shipment came: what left the shelf for it. A parcel that travels in parts
 * draws each part from shares of its own, so the shares of the parcel would say too much. Two lines drawn from one share
 * stand together under the first of them.
 */
function originsOf(tx: Tx, shipmentId: string): Promise<DeliveryNoteSnapshot['origins']> {
  return rowsOf(
    tx,
    sql`with gone as (
          select movement.share_id, -sum(movement.delta)::bigint as quantity
          from shipment join movement on movement.evidence_kind = 'parcel' and movement.evidence_id = shipment.parcel_id::text
            and movement.reason = 'sale' and movement.at = shipment.shipped_at
          where shipment.id = ${shipmentId} group by movement.share_id
        ), drawn as (
          select distinct on (gone.share_id) gone.quantity, line.position, line.product_name, allocation.lot_id,
            allocation.household_id, allocation.produce_id
          from gone join shipment_line as sent on sent.shipment_id = ${shipmentId}
          join allocation on allocation.line_id = sent.line_id and allocation.share_id = gone.share_id
          join order_line as line on line.id = sent.line_id
          order by gone.share_id, line.position
        )
        select product_name as item, produce.name as produce, lot.code as "lotCode", lot.certificate_number as certificate,
          household.masked_name as household, village.name as village, quantity, produce.base_unit as "baseUnit",
          lot.harvested_on::text as "harvestedOn"
        from drawn join lot on lot.id = drawn.lot_id join household on household.id = drawn.household_id
        join region as village on village.code = household.village_code join produce on produce.id = drawn.produce_id
        order by position, lot.code, household.code`,
  );
}
