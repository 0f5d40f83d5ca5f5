import { addFen, fen } from '#server/kernel/money.ts';
import { lockParcelWithOrder } from '#server/orders/index.ts';
import { authorize, type Ctx, rowsOf, sql, type Tx, transact } from '#server/platform/index.ts';
import { findIssued, type Issued, insertDocument } from './insert-document.ts';
import { lineFacts, paperFacts } from './paper-facts.ts';

/** Confirms a paid order in writing, each seller his part. A paper that stands already stays. */
export async function issueOrderConfirmations(ctx: Ctx, orderId: string): Promise<void> {
  authorize(ctx, 'documents.issue');
  await transact(ctx, async (tx) => {
    const parcels = await rowsOf<{ id: string }>(
      tx,
      sql`select id from parcel where order_id = ${orderId} order by organization_id`,
    );
    for (const { id } of parcels) await confirmParcel(tx, id);
  });
}

async function confirmParcel(tx: Tx, parcelId: string): Promise<Issued> {
  await lockParcelWithOrder(tx, parcelId);
  const key = `order-confirmation:${parcelId}`;
  const before = await findIssued(tx, key);
  if (before) return before;
  const facts = await paperFacts(tx, parcelId);
  const lines = await lineFacts(tx, parcelId);
  const { delivery, note, goods, discount, freight } = facts;
  const total = addFen(goods, fen(-discount), freight);
  return insertDocument(tx, {
    key,
    facts,
    total,
    content: {
      kind: 'order-confirmation',
      delivery,
      note,
      goods,
      discount,
      freight,
      total,
      lines: lines.map(({ id: _, productId: __, ...line }) => line),
    },
  });
}
