import { DomainError } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { asRecords, authorize, type Ctx, organizationsWith, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import {
  type OrderSummaryView,
  type ParcelListView,
  type ParcelState,
  type ParcelSummaryView,
  type PickListView,
  parcelStates,
} from './contract.ts';
import { shipmentsOfParcel } from './shipments-of-parcel.ts';

const ORDERS_PER_PAGE = 20;
const PARCELS_PER_PAGE = 25;

/** An order and the key that opens it, as a visitor's browser remembers them. */
export type OrderKey = { number: string; accessKey: string };

/** The signed-in buyer's orders and those the browser holds the key of, newest first. */
export async function findOwnOrders(
  ctx: Ctx,
  page: number,
  keys: readonly OrderKey[] = [],
): Promise<{ orders: OrderSummaryView[]; page: number; pages: number }> {
  authorize(ctx, 'orders.see-own');
  const held = keys.map(({ number, accessKey }) => ({ number, access_key: accessKey }));
  const rows = await rowsOf<OrderSummaryView & { all: number }>(
    ctx,
    sql`select own.number, own.state, own.placed_at as "placedAt", own.total_fen as total, own."all"::int as "all",
          lines.packs, lines.first as "firstProduct", lines.families,
          paid.household_fen as "householdFen", paid.households
        from (
          select *, count(*) over () as "all" from trade_order
          where buyer_user_id = ${ctx.actor.id} or (number, access_key) in (
            select number, access_key from jsonb_to_recordset(${asRecords(held)}) as held(number text, access_key text))
          order by placed_at desc limit ${ORDERS_PER_PAGE} offset ${(page - 1) * ORDERS_PER_PAGE}
        ) as own
        cross join lateral (
          select sum(count)::int as packs, (array_agg(product_name order by position))[1] as first,
            (array_agg(family_code order by position))[1:4] as families
          from order_line where order_id = own.id
        ) as lines
        cross join lateral (
          select sum(household_fen)::bigint as household_fen, count(distinct household_id)::int as households
          from allocation where order_id = own.id and earned_at is not null
        ) as paid
        order by own.placed_at desc`,
  );
  const all = rows[0]?.all ?? 0;
  return {
    orders: rows.map(({ all: _, ...order }) => order),
    page,
    pages: Math.max(1, Math.ceil(all / ORDERS_PER_PAGE)),
  };
}

/** One state of the parcels of the clerk's organization, oldest first while they wait, newest first afterwards. */
export async function findParcels(ctx: Ctx, filter: { state: ParcelState; page: number }): Promise<ParcelListView> {
  const organization = await ownOrganization(ctx);
  authorize(ctx, 'parcels.see', { organizationId: organization.id });
  const counted = await rowsOf<{ state: ParcelState; parcels: number }>(
    ctx,
    sql`select state, count(*)::int as parcels from parcel where organization_id = ${organization.id} group by state`,
  );
  const counts = Object.fromEntries(
    parcelStates.map((state) => [state, counted.find((row) => row.state === state)?.parcels ?? 0]),
  ) as Record<ParcelState, number>;
  const pages = Math.max(1, Math.ceil(counts[filter.state] / PARCELS_PER_PAGE));
  const page = Math.min(filter.page, pages);
  const direction = filter.state === 'to-pack' || filter.state === 'waiting' ? sql`asc` : sql`desc`;
  const parcels = await rowsOf<ParcelSummaryView>(
    ctx,
    sql`${summaryColumns}
        where parcel.organization_id = ${organization.id} and parcel.state = ${filter.state}
        order by trade_order.placed_at ${direction}, parcel.number
        limit ${PARCELS_PER_PAGE} offset ${(page - 1) * PARCELS_PER_PAGE}`,
  );
  return {
    organization: { code: organization.code, name: organization.name },
    state: filter.state,
    counts,
    page,
    pages,
    parcels,
  };
}

const summaryColumns = sql`
  select parcel.number, parcel.state, trade_order.placed_at as "placedAt", trade_order.paid_at as "paidAt",
    trade_order.recipient, trade_order.region_name as region, parcel.goods_fen as goods, lines.packs, lines.list as lines
  from parcel join trade_order on trade_order.id = parcel.order_id
  cross join lateral (
    select sum(count)::int as packs, jsonb_agg(jsonb_build_object('productName', product_name, 'packName', pack_name,
      'count', count) order by position) as list
    from order_line where order_line.parcel_id = parcel.id
  ) as lines`;

/** What to take from which lot and household to pack a parcel, and where it goes. */
export async function getPickList(ctx: Ctx, number: string): Promise<PickListView> {
  const owner = await rowOf<{ id: string; organization_id: string }>(
    ctx,
    sql`select id, organization_id from parcel where number = ${number}`,
  );
  if (!owner) throw new DomainError('not-found', 'orders.parcel-unknown');
  authorize(ctx, 'parcels.see', { organizationId: owner.organization_id });
  const summary = await rowOf<ParcelSummaryView>(ctx, sql`${summaryColumns} where parcel.id = ${owner.id}`);
  const address = await rowOf<Pick<PickListView, 'orderNumber' | 'phone' | 'address' | 'note' | 'shipments'>>(
    ctx,
    sql`select trade_order.number as "orderNumber", trade_order.phone, trade_order.address, trade_order.note,
          ${shipmentsOfParcel} as shipments
        from parcel join trade_order on trade_order.id = parcel.order_id where parcel.id = ${owner.id}`,
  );
  if (!summary || !address) throw new DomainError('not-found', 'orders.parcel-unknown');
  const picks = await rowsOf<PickListView['picks'][number]>(
    ctx,
    sql`select lot.code as "lotCode", location.name as location, produce.name as produce,
          jsonb_build_object('code', household.code, 'maskedName', household.masked_name) as household,
          allocation.quantity, produce.base_unit as "baseUnit", lot.best_before as "bestBefore",
          line.product_name as "productName", line.pack_name as "packName"
        from allocation join lot on lot.id = allocation.lot_id join location on location.id = lot.location_id
        join produce on produce.id = allocation.produce_id join household on household.id = allocation.household_id
        join order_line as line on line.id = allocation.line_id
        where allocation.parcel_id = ${owner.id} and allocation.state <> 'released'
        order by line.position, lot.best_before, lot.code, household.code`,
  );
  const moves = await rowsOf<PickListView['moves'][number]>(
    ctx,
    sql`select move.at, move.to_state as to, person.name as by
        from parcel_move as move left join user_account as person on person.id = move.actor_id
        where move.parcel_id = ${owner.id} order by move.seq`,
  );
  return { ...summary, ...address, picks, moves };
}

async function ownOrganization(ctx: Ctx): Promise<{ id: string; code: string; name: LocalizedText }> {
  const own = organizationsWith(ctx.actor, 'parcels.see');
  const row =
    own === 'all'
      ? null
      : await rowsOf<{ id: string; code: string; name: LocalizedText }>(
          ctx,
          sql`select id, code, name from organization where id = any(${own}::uuid[]) order by code limit 1`,
        );
  const organization = row?.[0];
  if (!organization) throw new DomainError('forbidden', 'access.denied', { permission: 'parcels.see' });
  return organization;
}
