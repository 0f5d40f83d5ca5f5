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
    const origins = await originsOf(tx, parcelId);
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
          ...(await goodsOf(tx, id, origins)),
        },
      });
    }
  });
}

type Origin = DeliveryNoteSnapshot['origins'][number] & { lineId: string };

/** What one shipment holds, and from which lots and households its lines came. */
async function goodsOf(tx: Tx, shipmentId: string, origins: Origin[]) {
  const lines = await rowsOf<DeliveryNoteSnapshot['lines'][number] & { id: string }>(
    tx,
    sql`select line.id, product_name as item, pack_name as spec, sent.count
        from shipment_line as sent join order_line as line on line.id = sent.line_id
        where sent.shipment_id = ${shipmentId} order by line.position`,
  );
  const sent = new Set(lines.map((line) => line.id));
  return {
    lines: lines.map(({ id: _, ...line }) => line),
    origins: origins.filter(({ lineId }) => sent.has(lineId)).map(({ lineId: _, ...origin }) => origin),
  };
}

function originsOf(tx: Tx, parcelId: string): Promise<Origin[]> {
  return rowsOf(
    tx,
    sql`select allocation.line_id as "lineId", line.product_name as item, lot.code as "lotCode",
          lot.certificate_number as certificate, household.masked_name as household, village.name as village,
          allocation.quantity - allocation.unsent_quantity as quantity, produce.base_unit as "baseUnit",
          lot.harvested_on::text as "harvestedOn"
        from allocation join order_line as line on line.id = allocation.line_id
        join lot on lot.id = allocation.lot_id join household on household.id = allocation.household_id
        join region as village on village.code = household.village_code
        join produce on produce.id = allocation.produce_id
        where allocation.parcel_id = ${parcelId} and allocation.state <> 'released'
          and allocation.quantity > allocation.unsent_quantity
        order by line.position, lot.code, household.code, allocation.id`,
  );
}
