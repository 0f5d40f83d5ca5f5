import { DomainError } from '#server/kernel/errors.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { lockParcelWithOrder, mayRead, type OrderReader } from '#server/orders/index.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql, type Tx, transact } from '#server/platform/index.ts';
import type { PaperBuyer, RequestInvoice } from './contract.ts';
import { findIssued, type Issued, insertDocument } from './insert-document.ts';
import { drawerOf, lineFacts, type PaperFacts, paperFacts } from './paper-facts.ts';
import { type PaidLine, taxLines } from './tax-lines.ts';
import { ratesOf } from './tax-rules.ts';

type Owned = { id: string; access_key: string; buyer_user_id: string | null };

/**
 * Prepares the invoice data of a paid order, of each seller his part: what the buyer paid and has not got back. Asking
 * again changes nothing, and an invoice that stands is corrected by a credit note alone. Refuses (not-found) who cannot
 * show that the order is his, and (conflict, `documents.nothing-left`) an order of which all went back.
 */
export async function requestInvoice(
  ctx: Ctx,
  orderNumber: string,
  reader: OrderReader,
  input: RequestInvoice,
): Promise<Issued[]> {
  authorize(ctx, 'orders.see-own');
  const order = await rowOf<Owned>(
    ctx,
    sql`select id, access_key, buyer_user_id from trade_order where number = ${orderNumber}`,
  );
  if (!order || !mayRead(ctx, order, reader)) throw new DomainError('not-found', 'orders.unknown');
  const { titleKind, title, remark } = input;
  const taxNumber = titleKind === 'organization' ? input.taxNumber : '';
  const buyer = { titleKind, title, taxNumber, mail: input.mail ?? '' };
  return transact(ctx, async (tx) => {
    const parcels = await rowsOf<{ id: string }>(
      tx,
      sql`select id from parcel where order_id = ${order.id} order by organization_id`,
    );
    const issued: Issued[] = [];
    for (const { id } of parcels) {
      const invoice = await invoiceParcel(tx, id, buyer, remark);
      if (invoice) issued.push(invoice);
    }
    if (issued.length === 0) throw new DomainError('conflict', 'documents.nothing-left');
    return issued;
  });
}

async function invoiceParcel(tx: Tx, parcelId: string, buyer: PaperBuyer, remark: string): Promise<Issued | null> {
  // A refund of this parcel locks the same order: it is either in what is left here, or gets a credit note.
  await lockParcelWithOrder(tx, parcelId);
  const key = `invoice:${parcelId}`;
  const before = await findIssued(tx, key);
  if (before) return before;
  const facts = await paperFacts(tx, parcelId);
  const refunds = await rowsOf<{ id: string; freight: Fen }>(
    tx,
    sql`select id, freight_fen as freight from refund where parcel_id = ${parcelId} order by id`,
  );
  const freight = fen(facts.freight - refunds.reduce((sum, refund) => sum + refund.freight, 0));
  const sums = taxLines(await paidLines(tx, facts, freight));
  if (sums.total === 0) return null;
  return insertDocument(tx, {
    key,
    facts,
    total: sums.total,
    content: {
      kind: 'invoice',
      buyer,
      remark,
      drawer: await drawerOf(tx, facts.organizationId),
      ...sums,
      refundsBefore: refunds.map((refund) => refund.id),
    },
  });
}

/** What is left of each line, at the price after its discount; freight goes with the goods at the rate of the first. */
async function paidLines(tx: Tx, facts: PaperFacts, freight: Fen): Promise<PaidLine[]> {
  const lines = await lineFacts(tx, facts.parcelId);
  const backs = await rowsOf<{ lineId: string; paid: Fen; count: number }>(
    tx,
    sql`select line_id as "lineId", sum(paid_fen)::bigint as paid, sum(count)::int as count from refund_line
        where line_id = any(${lines.map((line) => line.id)}::uuid[]) group by line_id`,
  );
  const rates = await ratesOf(
    tx,
    facts.organizationId,
    lines.map((line) => line.productId),
  );
  const back = new Map(backs.map((row) => [row.lineId, row]));
  const goods = lines.map(({ id, productId, item, spec, count, amount, discount }) => ({
    item,
    spec,
    measure: 'pack' as const,
    quantity: count - (back.get(id)?.count ?? 0),
    rate: rates.get(productId) ?? null,
    paid: fen(amount - discount - (back.get(id)?.paid ?? 0)),
  }));
  return [...goods, freightLine(freight, goods[0]?.rate ?? null)].filter((line) => line.paid > 0);
}

/** Freight as a line of a tax paper. */
export function freightLine(paid: Fen, rate: number | null): PaidLine {
  return { item: { 'zh-CN': '配送费', en: 'Freight' }, spec: null, measure: 'freight', quantity: 1, rate, paid };
}
