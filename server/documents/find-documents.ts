import { businessDay, startOfDay } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { mayRead, type OrderReader } from '#server/orders/index.ts';
import { authorize, type Ctx, organizationsWith, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { DocumentKind, DocumentListView, DocumentView, OrderPapersView } from './contract.ts';

export const DOCUMENTS_PER_PAGE = 50;
/** How many papers an export holds at most. */
const EXPORT_MAX = 20_000;

const columns = sql`
  select document.id, document.kind, document.number, document.snapshot -> 'seller' -> 'name' as seller,
    document.snapshot -> 'seller' ->> 'code' as "sellerCode", document.snapshot ->> 'orderNumber' as "orderNumber",
    document.snapshot ->> 'parcelNumber' as "parcelNumber", document.total_fen as total, document.issued_at as "issuedAt"
  from document`;

type Owned = { id: string; access_key: string; buyer_user_id: string | null; paid: boolean };

/** The papers of an order for its buyer. Refuses (not-found) who cannot show that it is his. */
export async function findOrderPapers(ctx: Ctx, orderNumber: string, reader: OrderReader): Promise<OrderPapersView> {
  authorize(ctx, 'orders.see-own');
  const order = await rowOf<Owned>(
    ctx,
    sql`select id, access_key, buyer_user_id, paid_at is not null as paid from trade_order where number = ${orderNumber}`,
  );
  if (!order || !mayRead(ctx, order, reader)) throw new DomainError('not-found', 'orders.unknown');
  const documents = await rowsOf<DocumentView>(
    ctx,
    sql`${columns} where order_id = ${order.id} order by issued_at, number, organization_id`,
  );
  const row = await rowOf<{ left: boolean }>(
    ctx,
    sql`select exists (select from parcel where order_id = ${order.id}
          and not exists (select from document where parcel_id = parcel.id and kind = 'invoice')
          and goods_fen - discount_fen + freight_fen
            > (select coalesce(sum(paid_fen + freight_fen), 0) from refund where parcel_id = parcel.id)) as left`,
  );
  return { documents, mayAskInvoice: order.paid && row?.left === true };
}

/** Which papers a list is to show: of one kind, of one month (`2026-06`), by a part of a number. */
export type DocumentsWish = { kind: DocumentKind | null; month: string | null; search: string };

/** The papers of the actor's organizations, newest first. */
export async function findDocuments(ctx: Ctx, wish: DocumentsWish & { page: number }): Promise<DocumentListView> {
  const where = wished(ctx, wish);
  const count = await rowOf<{ documents: number }>(ctx, sql`select count(*)::int as documents from document ${where}`);
  const pages = Math.max(1, Math.ceil((count?.documents ?? 0) / DOCUMENTS_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const documents = await rowsOf<DocumentView>(
    ctx,
    // In the order of the index of a seller's papers: his page is read without sorting what he ever issued.
    sql`${columns} ${where} order by issued_at desc, document.id
        limit ${DOCUMENTS_PER_PAGE} offset ${(page - 1) * DOCUMENTS_PER_PAGE}`,
  );
  return { documents, page, pages };
}

/** The same list whole, in the order of its numbers, for a table to keep. */
export function listDocuments(ctx: Ctx, wish: DocumentsWish): Promise<DocumentView[]> {
  const where = wished(ctx, wish);
  return rowsOf(ctx, sql`${columns} ${where} order by kind, year, organization_id, sequence limit ${EXPORT_MAX}`);
}

function wished(ctx: Ctx, { kind, month, search }: DocumentsWish) {
  const own = organizationsWith(ctx.actor, 'documents.read');
  if (own !== 'all' && own.length === 0)
    throw new DomainError('forbidden', 'access.denied', { permission: 'documents.read' });
  const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`where ${ownedBy(own)}
    and ${kind === null ? sql`true` : sql`kind = ${kind}`}
    and ${month === null ? sql`true` : issuedIn(month)}
    and ${search === '' ? sql`true` : sql`(number ilike ${like} or snapshot ->> 'orderNumber' ilike ${like})`}`;
}

function ownedBy(own: 'all' | readonly string[]) {
  if (own === 'all') return sql`true`;
  const [only, ...others] = own;
  return others.length === 0 ? sql`organization_id = ${only}` : sql`organization_id = any(${own}::uuid[])`;
}

/** From the first instant of a month in Asia/Shanghai to the first of the next. */
function issuedIn(month: string) {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const [from, until] = [month, next].map((text) => startOfDay(businessDay(`${text}-01`)));
  return sql`(issued_at >= ${from} and issued_at < ${until})`;
}
