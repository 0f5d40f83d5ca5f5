import { DomainError } from '#server/kernel/errors.ts';
import { getParcelOwner } from '#server/orders/index.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { PackingLineView, ParcelSummaryView, PickListView, SentShipmentView } from './contract.ts';
import { parcelSummary } from './parcel-summary.ts';

type Address = Pick<PickListView, 'orderNumber' | 'phone' | 'address' | 'note'>;

/** What to take from which lot and household to pack a parcel, where it goes, and how far it is. */
export async function getPickList(ctx: Ctx, number: string): Promise<PickListView> {
  const owner = await getParcelOwner(ctx, number);
  authorize(ctx, 'parcels.see', { organizationId: owner.organizationId });
  const summary = await rowOf<ParcelSummaryView>(ctx, sql`${parcelSummary} where parcel.id = ${owner.id}`);
  const address = await rowOf<Address>(
    ctx,
    sql`select trade_order.number as "orderNumber", trade_order.phone, trade_order.address, trade_order.note
        from parcel join trade_order on trade_order.id = parcel.order_id where parcel.id = ${owner.id}`,
  );
  if (!summary || !address) throw new DomainError('not-found', 'orders.parcel-unknown');
  return {
    ...summary,
    ...address,
    lines: await linesOf(ctx, owner.id),
    shipments: await shipmentsOf(ctx, owner.id),
    refunds: await refundsOf(ctx, owner.id),
    picks: await picksOf(ctx, owner.id),
    moves: await movesOf(ctx, owner.id),
  };
}

function linesOf(ctx: Ctx, parcelId: string): Promise<PackingLineView[]> {
  return rowsOf(
    ctx,
    sql`select line.position as line, line.product_name as "productName", line.pack_name as "packName", line.count,
          sent.count as sent, line.count - sent.count - back.count as "toSend", back.count as "givenBack",
          case when line.catch_weight then jsonb_build_object('most', left_over.quantity, 'weighed', weighing.grams,
            'least', (line.count - sent.count - back.count) * coalesce(pack.least_grams, 1)) end as weight
        from order_line as line join pack on pack.id = line.pack_id left join weighing on weighing.line_id = line.id
        cross join lateral (
          select coalesce(sum(count), 0)::int as count from shipment_line where line_id = line.id
        ) as sent
        cross join lateral (
          select coalesce(sum(part.count), 0)::int as count from refund_line as part
          join refund on refund.id = part.refund_id where part.line_id = line.id and refund.goods = 'unsent'
        ) as back
        cross join lateral (
          select coalesce(sum(quantity - sent_quantity - unsent_quantity), 0)::bigint as quantity
          from allocation where line_id = line.id
        ) as left_over
        where line.parcel_id = ${parcelId} order by line.position`,
  );
}

function shipmentsOf(ctx: Ctx, parcelId: string): Promise<SentShipmentView[]> {
  return rowsOf(
    ctx,
    sql`select courier, tracking_number as "trackingNumber", shipped_at as "shippedAt", delivered_at as "deliveredAt",
          (select coalesce(jsonb_agg(jsonb_build_object('line', line.position, 'count', part.count) order by line.position), '[]')
            from shipment_line as part join order_line as line on line.id = part.line_id
            where part.shipment_id = shipment.id) as lines
        from shipment where parcel_id = ${parcelId} order by seq`,
  );
}

function refundsOf(ctx: Ctx, parcelId: string): Promise<PickListView['refunds']> {
  return rowsOf(
    ctx,
    sql`select number, kind, reason, at, paid_fen + freight_fen as total from refund where parcel_id = ${parcelId}
        order by at, number`,
  );
}

/** While something is left to send, what is left; afterwards what was sent. */
function picksOf(ctx: Ctx, parcelId: string): Promise<PickListView['picks']> {
  return rowsOf(
    ctx,
    sql`select line.position as line, lot.code as "lotCode", location.name as location, produce.name as produce,
          jsonb_build_object('code', household.code, 'maskedName', household.masked_name) as household,
          picked.quantity, produce.base_unit as "baseUnit", lot.best_before as "bestBefore"
        from allocation join parcel on parcel.id = allocation.parcel_id
        join lot on lot.id = allocation.lot_id join location on location.id = lot.location_id
        join produce on produce.id = allocation.produce_id join household on household.id = allocation.household_id
        join order_line as line on line.id = allocation.line_id
        cross join lateral (
          select case when parcel.state in ('shipped', 'delivered') then allocation.sent_quantity
            else allocation.quantity - allocation.sent_quantity - allocation.unsent_quantity end as quantity
        ) as picked
        where allocation.parcel_id = ${parcelId} and allocation.state <> 'released' and picked.quantity > 0
        order by line.position, lot.best_before, lot.code, household.code`,
  );
}

function movesOf(ctx: Ctx, parcelId: string): Promise<PickListView['moves']> {
  return rowsOf(
    ctx,
    sql`select move.at, move.to_state as to, person.name as by
        from parcel_move as move left join user_account as person on person.id = move.actor_id
        where move.parcel_id = ${parcelId} order by move.seq`,
  );
}
