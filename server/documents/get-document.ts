import { DomainError } from '#server/kernel/errors.ts';
import { mayRead, type OrderReader } from '#server/orders/index.ts';
import { authorize, type Ctx, organizationsWith, type RawBuilder, rowOf, sql } from '#server/platform/index.ts';
import type { DocumentPaper } from './contract.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A paper for its seller or the books. Another seller's is not found: that it exists is not for him to know. */
export async function getDocument(ctx: Ctx, id: string): Promise<DocumentPaper> {
  const own = organizationsWith(ctx.actor, 'documents.read');
  if (own !== 'all' && own.length === 0)
    throw new DomainError('forbidden', 'access.denied', { permission: 'documents.read' });
  return read(ctx, id, own === 'all' ? sql`true` : sql`organization_id = any(${own}::uuid[])`);
}

type Owned = { id: string; access_key: string; buyer_user_id: string | null };

/** A paper of an order for its buyer, by the same rule as the page of the order. */
export async function getOrderDocument(
  ctx: Ctx,
  orderNumber: string,
  id: string,
  reader: OrderReader,
): Promise<DocumentPaper> {
  authorize(ctx, 'orders.see-own');
  const order = await rowOf<Owned>(
    ctx,
    sql`select id, access_key, buyer_user_id from trade_order where number = ${orderNumber}`,
  );
  if (!order || !mayRead(ctx, order, reader)) throw new DomainError('not-found', 'orders.unknown');
  return read(ctx, id, sql`order_id = ${order.id}`);
}

async function read(ctx: Ctx, id: string, which: RawBuilder<unknown>): Promise<DocumentPaper> {
  const paper = UUID.test(id)
    ? await rowOf<DocumentPaper>(
        ctx,
        sql`select snapshot, issued_at as "issuedAt" from document where id = ${id} and ${which}`,
      )
    : null;
  if (!paper) throw new DomainError('not-found', 'documents.unknown');
  return paper;
}
