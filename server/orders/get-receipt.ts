import { DomainError } from '#server/kernel/errors.ts';
import { addMakeUps, type MakeUp } from '#server/kernel/make-up.ts';
import { addFen, type Fen, fen } from '#server/kernel/money.ts';
import { unitsPerPrice } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { findLatestPayment } from '#server/payments/index.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { DiscountView } from '#server/promotions/contract.ts';
import type {
  OrderState,
  ParcelState,
  ReceiptLineView,
  ReceiptParcelView,
  ReceiptShareView,
  ReceiptView,
  ShipmentView,
} from './contract.ts';
import { discountsOfLine } from './discounts-of-line.ts';
import { mayRead, type OrderReader } from './order-access.ts';
import { shipmentsOfParcel } from './shipments-of-parcel.ts';

type OrderHead = {
  id: string;
  number: string;
  access_key: string;
  buyer_user_id: string | null;
  state: OrderState;
  channel: string;
  placed_at: string;
  paid_at: string | null;
  hold_expires_at: string;
  goods_fen: Fen;
  discount_fen: Fen;
  refunded_fen: Fen;
  freight_fen: Fen;
  total_fen: Fen;
  recipient: string;
  phone: string;
  region_name: LocalizedText;
  address: string;
  note: string;
};
type ParcelHead = {
  id: string;
  number: string;
  seller_code: string;
  seller_name: LocalizedText;
  state: ParcelState;
  goods_fen: Fen;
  freight_fen: Fen;
  shipments: ShipmentView[];
  discount_fen: Fen;
};
type LineHead = {
  id: string;
  parcel_id: string;
  product_slug: string;
  product_name: LocalizedText;
  pack_name: LocalizedText;
  family_code: string;
  unit_price_fen: Fen;
  count: number;
  amount_fen: Fen;
  discount_fen: Fen;
  discounts: DiscountView[];
  catch_weight: boolean;
  packing_fen: Fen;
  platform_fen: Fen;
  household_fen: Fen | null;
  seller_fen: Fen | null;
};

/** A share with its line, and what is left of its money after refunds; null before it is paid. */
type ReceiptShare = ReceiptShareView & { lineId: string; left: Fen | null };

/** The order page with its receipt: who got how many fen of it. Refuses (not-found) who cannot show it is theirs. */
export async function getReceipt(ctx: Ctx, number: string, reader: OrderReader): Promise<ReceiptView> {
  authorize(ctx, 'orders.see-own');
  const order = await rowOf<OrderHead>(
    ctx,
    sql`select id, number, access_key, buyer_user_id, state, channel, placed_at, paid_at, hold_expires_at, goods_fen,
          discount_fen, freight_fen, total_fen, (select coalesce(sum(paid_fen + freight_fen), 0)::bigint from refund
            where order_id = trade_order.id) as refunded_fen, recipient, phone, region_name, address, note
        from trade_order where number = ${number}`,
  );
  if (!order || !mayRead(ctx, order, reader)) throw new DomainError('not-found', 'orders.unknown');

  const parcels = await parcelsOf(ctx, order.id);
  const lines = await linesOf(ctx, order.id);
  const shares = await sharesOf(ctx, order.id);
  const payment = await findLatestPayment(ctx, order.id);
  const views = parcels.map((parcel) => parcelView(parcel, lines, shares));
  const households = new Set(shares.filter(({ left }) => left !== 0).map((share) => share.household.code));
  return {
    number: order.number,
    state: order.state,
    channel: order.channel,
    placedAt: order.placed_at,
    paidAt: order.paid_at,
    holdExpiresAt: order.hold_expires_at,
    goods: order.goods_fen,
    discount: order.discount_fen,
    freight: order.freight_fen,
    refunded: order.refunded_fen,
    total: order.total_fen,
    recipient: order.recipient,
    phone: order.phone,
    region: order.region_name,
    address: order.address,
    note: order.note,
    makeUp: order.paid_at === null ? null : receiptMakeUp(views),
    householdCount: households.size,
    parcels: views,
    moves: await movesOf(ctx, order.id),
    payment: payment ? { state: payment.state, provider: payment.provider } : null,
  };
}

function parcelView(parcel: ParcelHead, lines: LineHead[], shares: ReceiptShare[]): ReceiptParcelView {
  return {
    number: parcel.number,
    seller: { code: parcel.seller_code, name: parcel.seller_name },
    state: parcel.state,
    goods: parcel.goods_fen,
    freight: parcel.freight_fen,
    discount: parcel.discount_fen,
    shipments: parcel.shipments,
    lines: lines.filter((line) => line.parcel_id === parcel.id).map((line) => lineView(line, shares)),
  };
}

function lineView(line: LineHead, shares: ReceiptShare[]): ReceiptLineView {
  return {
    productSlug: line.product_slug,
    productName: line.product_name,
    packName: line.pack_name,
    family: line.family_code,
    unitPrice: line.unit_price_fen,
    count: line.count,
    amount: line.amount_fen,
    discount: line.discount_fen,
    discounts: line.discounts,
    catchWeight: line.catch_weight,
    makeUp: lineMakeUp(line),
    shares: shares.filter(({ lineId }) => lineId === line.id).map(({ lineId: _, left: __, ...share }) => share),
  };
}

function lineMakeUp(line: LineHead): MakeUp | null {
  if (line.household_fen === null || line.seller_fen === null) return null;
  return {
    household: line.household_fen,
    seller: line.seller_fen,
    packing: line.packing_fen,
    freight: fen(0),
    platform: line.platform_fen,
  };
}

function receiptMakeUp(parcels: ReceiptParcelView[]): MakeUp {
  const lines = parcels.flatMap((parcel) => parcel.lines.flatMap((line) => line.makeUp ?? []));
  const freight = addFen(...parcels.map((parcel) => parcel.freight));
  const sum = addMakeUps(...lines);
  return { ...sum, freight: addFen(sum.freight, freight) };
}

function parcelsOf(ctx: Ctx, orderId: string): Promise<ParcelHead[]> {
  return rowsOf(
    ctx,
    sql`select parcel.id, parcel.number, organization.code as seller_code, parcel.seller_name, parcel.state,
          parcel.goods_fen, parcel.discount_fen, parcel.freight_fen, ${shipmentsOfParcel} as shipments
        from parcel join organization on organization.id = parcel.organization_id
        where parcel.order_id = ${orderId} order by parcel.number`,
  );
}

function linesOf(ctx: Ctx, orderId: string): Promise<LineHead[]> {
  return rowsOf(
    ctx,
    sql`select id, parcel_id, product_slug, product_name, pack_name, family_code, unit_price_fen, count, amount_fen,
          discount_fen, ${discountsOfLine} as discounts, catch_weight, packing_fen, platform_fen, household_fen, seller_fen
        from order_line where order_id = ${orderId} order by position`,
  );
}

/** Released allocations are history: an order that lapsed names nobody. */
function sharesOf(ctx: Ctx, orderId: string): Promise<ReceiptShare[]> {
  return rowsOf(
    ctx,
    sql`select allocation.line_id as "lineId",
          jsonb_build_object('code', household.code, 'maskedName', household.masked_name) as household,
          jsonb_build_object('code', village.code, 'name', village.name) as village,
          lot.code as "lotCode", produce.name as produce, allocation.quantity, produce.base_unit as "baseUnit",
          allocation.household_fen as fen, allocation.household_fen - allocation.unearned_fen as left, round(allocation.quantity::numeric * allocation.agreed_price
            / case produce.base_unit when 'gram' then ${unitsPerPrice('gram')}::int else 1 end)::bigint as expected
        from allocation join household on household.id = allocation.household_id
        join region as village on village.code = household.village_code
        join lot on lot.id = allocation.lot_id join produce on produce.id = allocation.produce_id
        where allocation.order_id = ${orderId} and allocation.state <> 'released'
        order by allocation.household_fen desc nulls last, household.code`,
  );
}

function movesOf(ctx: Ctx, orderId: string): Promise<ReceiptView['moves']> {
  return rowsOf(
    ctx,
    sql`select at, to_state as to, null as parcel, 0 as kind, seq from order_move where order_id = ${orderId}
        union all
        select move.at, move.to_state, parcel.number, 1, move.seq from parcel_move as move
        join parcel on parcel.id = move.parcel_id where parcel.order_id = ${orderId} and move.to_state in ('shipped', 'delivered')
        order by at, kind, seq`,
  );
}
