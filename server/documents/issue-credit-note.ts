import { addFen, type Fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { lockParcelWithOrder } from '#server/orders/index.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql, type Tx, transact } from '#server/platform/index.ts';
import type { InvoiceSnapshot } from './contract.ts';
import { findIssued, type Issued, insertDocument } from './insert-document.ts';
import { paperFacts } from './paper-facts.ts';
import { freightLine } from './request-invoice.ts';
import { type PaidLine, taxLines } from './tax-lines.ts';

type RefundRow = { id: string; number: string; parcelId: string; freight: Fen; reason: string };
type InvoiceRow = { id: string; snapshot: InvoiceSnapshot };
type LineBack = { item: LocalizedText; spec: LocalizedText; count: number; paid: Fen };

/**
 * Takes back of an invoice what a refund gave back: exactly its amounts, at the invoice's own rates. Null where there was
 * no invoice when the refund was booked: an invoice made later is for what was left.
 */
export async function issueCreditNote(ctx: Ctx, refundId: string): Promise<Issued | null> {
  authorize(ctx, 'documents.issue');
  return transact(ctx, async (tx) => {
    const refund = await rowOf<RefundRow>(
      tx,
      sql`select id, number, parcel_id as "parcelId", freight_fen as freight, reason from refund where id = ${refundId}`,
    );
    if (!refund) return null;
    await lockParcelWithOrder(tx, refund.parcelId);
    const key = `credit-note:${refund.id}`;
    const before = await findIssued(tx, key);
    if (before) return before;
    const invoice = await rowOf<InvoiceRow>(
      tx,
      sql`select id, snapshot from document where parcel_id = ${refund.parcelId} and kind = 'invoice'`,
    );
    if (!invoice || invoice.snapshot.refundsBefore.includes(refund.id)) return null;
    return write(tx, key, refund, invoice);
  });
}

async function write(tx: Tx, key: string, refund: RefundRow, { id, snapshot }: InvoiceRow): Promise<Issued> {
  const sums = taxLines(await linesBack(tx, refund, snapshot));
  return insertDocument(tx, {
    key,
    facts: await paperFacts(tx, refund.parcelId),
    refundId: refund.id,
    correctsId: id,
    total: addFen(sums.total),
    content: {
      kind: 'credit-note',
      buyer: snapshot.buyer,
      drawer: snapshot.drawer,
      corrects: { number: snapshot.number, issuedOn: snapshot.issuedOn },
      refundNumber: refund.number,
      reason: refund.reason,
      ...sums,
    },
  });
}

async function linesBack(tx: Tx, refund: RefundRow, invoice: InvoiceSnapshot): Promise<PaidLine[]> {
  const backs = await rowsOf<LineBack>(
    tx,
    sql`select product_name as item, pack_name as spec, back.count, back.paid_fen as paid
        from refund_line as back join order_line as line on line.id = back.line_id
        where back.refund_id = ${refund.id} and back.paid_fen > 0 order by line.position`,
  );
  const rateOf = (item: LocalizedText, spec: LocalizedText) =>
    invoice.lines.find((line) => line.item['zh-CN'] === item['zh-CN'] && line.spec?.['zh-CN'] === spec['zh-CN'])?.rate;
  const goods = backs.map(({ item, spec, count, paid }) => ({
    item,
    spec,
    measure: 'pack' as const,
    quantity: count,
    rate: rateOf(item, spec) ?? null,
    paid,
  }));
  if (refund.freight === 0) return goods;
  const rate = invoice.lines.find((line) => line.measure === 'freight')?.rate ?? null;
  return [...goods, freightLine(refund.freight, rate)];
}
