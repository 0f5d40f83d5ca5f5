import { present } from '#server/kernel/errors.ts';
import { uuidv7, uuidv7s } from '#server/kernel/ids.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { asRecords, run, sql, type Tx } from '#server/platform/index.ts';
import type { HeldDraw } from '#server/stock/index.ts';
import type { PlaceOrder } from './contract.ts';
import { lineKey } from './expected-households.ts';
import { discountOf, type PricedParcel, sellerFundedOf } from './order.pricing.ts';
import type { OrderOrigin } from './place-order.ts';

export type NewOrder = {
  id: string;
  number: string;
  accessKey: string;
  total: Fen;
  goods: Fen;
  discount: Fen;
  freight: Fen;
  holdExpiresAt: Date;
  input: PlaceOrder;
  origin: OrderOrigin;
  region: { code: string; name: LocalizedText };
  requestHash: string;
  parcels: PricedParcel[];
  /** Keyed `parcel.line`. */
  held: HeldDraw[];
};

/** Writes the order, its parcels, lines, allocations, first moves and news, and empties the cart of goods and coupon: one statement. */
export async function insertOrder(tx: Tx, order: NewOrder): Promise<void> {
  const { parcels, lines, discounts, allocations } = rowsOfOrder(tx, order);
  const { input, origin } = order;
  const news = { orderId: order.id, number: order.number };
  await run(
    tx,
    sql`with placed as (
          insert into trade_order (id, number, access_key, idempotency_key, request_hash, channel, route, state,
            buyer_user_id, buyer_kind, language, goods_fen, discount_fen, freight_fen, total_fen, recipient, phone, region_code, region_name,
            address, note, perishable_confirmed, placed_at, hold_expires_at)
          values (${order.id}, ${order.number}, ${order.accessKey}, ${input.key}, ${order.requestHash}, ${origin.channel},
            ${origin.route}, 'placed', ${tx.actor.id}, ${origin.buyerKind ?? 'shopper'}, ${origin.language}, ${order.goods}, ${order.discount},
            ${order.freight}, ${order.total},
            ${input.recipient}, ${input.phone}, ${order.region.code}, ${JSON.stringify(order.region.name)}::jsonb,
            ${input.address}, ${input.note}, ${input.perishableConfirmed}, ${tx.now}, ${order.holdExpiresAt})
        ), placed_move as (
          insert into order_move (order_id, seq, from_state, to_state, actor_id, at)
          values (${order.id}, 0, null, 'placed', ${tx.actor.id}, ${tx.now})
        ), parcel_row as (
          select * from jsonb_to_recordset(${asRecords(parcels)}) as parcel(id uuid, number text, organization_id uuid,
            seller_name jsonb, goods_fen bigint, discount_fen bigint, freight_fen bigint, gross_grams bigint)
        ), parcels as (
          insert into parcel (id, order_id, number, organization_id, seller_name, state, goods_fen, discount_fen, freight_fen,
            gross_grams)
          select id, ${order.id}, number, organization_id, seller_name, 'waiting', goods_fen, discount_fen, freight_fen, gross_grams
          from parcel_row
        ), parcel_moves as (
          insert into parcel_move (parcel_id, seq, from_state, to_state, actor_id, at)
          select id, 0, null, 'waiting', ${tx.actor.id}, ${tx.now} from parcel_row
        ), lines as (
          insert into order_line (id, order_id, parcel_id, position, pack_id, product_id, product_slug, product_name,
            pack_name, family_code, perishable, catch_weight, unit_price_fen, count, amount_fen, discount_fen, seller_funded_fen,
            packing_fen, platform_fen)
          select id, ${order.id}, parcel_id, position, pack_id, product_id, product_slug, product_name, pack_name,
            family_code, perishable, catch_weight, unit_price_fen, count, amount_fen, discount_fen, seller_funded_fen,
            packing_fen, platform_fen
          from jsonb_to_recordset(${asRecords(lines)}) as line(id uuid, parcel_id uuid, position int, pack_id uuid,
            product_id uuid, product_slug text, product_name jsonb, pack_name jsonb, family_code text, perishable boolean,
            catch_weight boolean, unit_price_fen bigint, count int, amount_fen bigint, discount_fen bigint,
            seller_funded_fen bigint, packing_fen bigint, platform_fen bigint)
        ), discounts as (
          insert into line_discount (line_id, position, promotion_code, promotion_name, funder, fen)
          select line_id, position, promotion_code, promotion_name, funder, fen
          from jsonb_to_recordset(${asRecords(discounts)}) as discount(line_id uuid, position int, promotion_code text,
            promotion_name jsonb, funder text, fen bigint)
        ), allocations as (
          insert into allocation (id, order_id, parcel_id, line_id, share_id, lot_id, household_id, produce_id, quantity,
            agreed_price, state)
          select id, ${order.id}, parcel_id, line_id, share_id, lot_id, household_id, produce_id, quantity, agreed_price,
            'held'
          from jsonb_to_recordset(${asRecords(allocations)}) as allocation(id uuid, parcel_id uuid, line_id uuid,
            share_id uuid, lot_id uuid, household_id uuid, produce_id uuid, quantity bigint, agreed_price bigint)
        ), news as (
          insert into outbox (topic, key, payload, at)
          values ('order.placed', ${order.id}, ${JSON.stringify(news)}::jsonb, ${tx.now})
        ), no_coupon as (
          update cart set coupon = null where id = ${origin.cartId} and coupon is not null
        )
        delete from cart_line where cart_id = ${origin.cartId}`,
  );
}

function rowsOfOrder(tx: Tx, order: NewOrder) {
  const heldBy = Map.groupBy(order.held, (draw) => draw.key);
  const parcels = order.parcels.map((parcel, index) => ({
    id: uuidv7(tx.now),
    number: `${order.number}-${index + 1}`,
    organization_id: parcel.organizationId,
    seller_name: parcel.offer.sellerName,
    goods_fen: parcel.goods,
    discount_fen: parcel.discount,
    freight_fen: parcel.freight ?? 0,
    gross_grams: parcel.grossGrams,
  }));
  const lines = order.parcels.flatMap((parcel, parcelIndex) =>
    parcel.lines.map(({ offer, count, amount, packing, platform, discounts }, lineIndex) => ({
      key: lineKey(parcelIndex, lineIndex),
      id: uuidv7(tx.now),
      parcel_id: parcels[parcelIndex]?.id ?? '',
      position: parcelIndex * 1000 + lineIndex,
      pack_id: offer.packId,
      product_id: offer.productId,
      product_slug: offer.productSlug,
      product_name: offer.productName,
      pack_name: offer.packName,
      family_code: offer.family,
      perishable: offer.perishable,
      catch_weight: offer.leastGrams !== null,
      unit_price_fen: offer.price,
      count,
      amount_fen: amount,
      discounts,
      discount_fen: discountOf({ discounts }),
      seller_funded_fen: sellerFundedOf({ discounts }),
      packing_fen: packing,
      platform_fen: platform,
    })),
  );
  const draws = lines.flatMap((line) => (heldBy.get(line.key) ?? []).map((draw) => ({ line, draw })));
  // Ids in the order of the draw: what was drawn last goes back first.
  const ids = uuidv7s(tx.now, draws.length);
  const allocations = draws.map(({ line, draw }, index) => ({
    id: present(ids[index], 'an id per draw'),
    parcel_id: line.parcel_id,
    line_id: line.id,
    share_id: draw.shareId,
    lot_id: draw.lotId,
    household_id: draw.householdId,
    produce_id: draw.produceId,
    quantity: draw.quantity,
    agreed_price: draw.agreedPrice,
  }));
  const discounts = lines.flatMap((line) =>
    line.discounts.map((discount, position) => ({
      line_id: line.id,
      position,
      promotion_code: discount.code,
      promotion_name: discount.name,
      funder: discount.funder,
      fen: discount.fen,
    })),
  );
  return { parcels, lines, discounts, allocations };
}
