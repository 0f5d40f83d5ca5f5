import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { maskPhone } from '#server/kernel/masking.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { Language, LocalizedText } from '#server/kernel/text.ts';
import { rowOf, rowsOf, sql, type Tx } from '#server/platform/index.ts';
import type { PaperDelivery, PaperHead, PaperSeller } from './contract.ts';

/** What papers say of a paid parcel, its order and its seller, as it stands now. */
export type PaperFacts = {
  orderId: string;
  parcelId: string;
  organizationId: string;
  head: Omit<PaperHead, 'number' | 'issuedOn'>;
  delivery: PaperDelivery;
  note: string;
  goods: Fen;
  discount: Fen;
  freight: Fen;
};

type FactsRow = Pick<PaperFacts, 'orderId' | 'organizationId' | 'note' | 'goods' | 'discount' | 'freight'> & {
  orderNumber: string;
  parcelNumber: string;
  language: Language;
  placedAt: string;
  paidAt: string | null;
  recipient: string;
  phone: string;
  region: LocalizedText;
  address: string;
  seller: PaperSeller;
};

/** Refuses (conflict, `documents.not-paid`) what is not paid: there is no paper of what was not bought. */
export async function paperFacts(tx: Tx, parcelId: string): Promise<PaperFacts> {
  const row = await rowOf<FactsRow>(
    tx,
    sql`select trade_order.id as "orderId", parcel.organization_id as "organizationId", trade_order.number as "orderNumber",
          parcel.number as "parcelNumber", trade_order.language, trade_order.placed_at as "placedAt",
          trade_order.paid_at as "paidAt", recipient, trade_order.phone, region_name as region, address, note,
          parcel.goods_fen as goods, parcel.discount_fen as discount, parcel.freight_fen as freight,
          jsonb_build_object('code', seller.code, 'name', parcel.seller_name, 'creditCode', seller.credit_code,
            'phone', seller.phone, 'region', region.name) as seller
        from parcel join trade_order on trade_order.id = parcel.order_id
        join organization as seller on seller.id = parcel.organization_id join region on region.code = seller.region_code
        where parcel.id = ${parcelId}`,
  );
  if (!row) throw new DomainError('not-found', 'orders.parcel-unknown');
  if (row.paidAt === null) throw new DomainError('conflict', 'documents.not-paid');
  const dayOf = (instant: string) => businessDayOf(new Date(instant));
  return {
    orderId: row.orderId,
    parcelId,
    organizationId: row.organizationId,
    head: {
      language: row.language,
      seller: row.seller,
      orderNumber: row.orderNumber,
      parcelNumber: row.parcelNumber,
      placedOn: dayOf(row.placedAt),
      paidOn: dayOf(row.paidAt),
    },
    delivery: { recipient: row.recipient, phone: maskPhone(row.phone), region: row.region, address: row.address },
    note: row.note,
    goods: row.goods,
    discount: row.discount,
    freight: row.freight,
  };
}

export type LineFacts = {
  id: string;
  productId: string;
  item: LocalizedText;
  spec: LocalizedText;
  unitPrice: Fen;
  count: number;
  amount: Fen;
  discount: Fen;
};

/** The lines of a parcel as they were bought. */
export function lineFacts(tx: Tx, parcelId: string): Promise<LineFacts[]> {
  return rowsOf(
    tx,
    sql`select id, product_id as "productId", product_name as item, pack_name as spec, unit_price_fen as "unitPrice", count,
          amount_fen as amount, discount_fen as discount
        from order_line where parcel_id = ${parcelId} order by position`,
  );
}

/**
 * Who issues a seller's invoices (开票人): the clerk who has been with him longest. Empty where no clerk of his has an
 * account; then whoever issues it puts in his own name.
 */
export async function drawerOf(tx: Tx, organizationId: string): Promise<string> {
  const clerk = await rowOf<{ name: string }>(
    tx,
    sql`select person.name from membership join user_account as person on person.id = membership.user_id
        where membership.organization_id = ${organizationId} and membership.role = 'clerk'
          and (membership.until is null or membership.until >= ${businessDayOf(tx.now)})
        order by membership.created_at, membership.id limit 1`,
  );
  return clerk?.name ?? '';
}
