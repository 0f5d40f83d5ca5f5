import { DomainError } from '#server/kernel/errors.ts';
import type { MakeUp } from '#server/kernel/make-up.ts';
import { addFen } from '#server/kernel/money.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { EntryView, OrderEntriesView, PostingView } from './contract.ts';

const POSTINGS_MAX = 2_000;

type OrderHead = Omit<OrderEntriesView, 'entries' | 'makeUp'> & { id: string };

/** All that was ever booked for an order, entry by entry with every posting; each entry sums to zero. */
export async function getOrderEntries(ctx: Ctx, number: string): Promise<OrderEntriesView> {
  authorize(ctx, 'books.read');
  const order = await rowOf<OrderHead>(
    ctx,
    sql`select id, number, state, channel, placed_at as "placedAt", paid_at as "paidAt", total_fen as total
        from trade_order where number = ${number}`,
  );
  if (!order) throw new DomainError('not-found', 'orders.unknown');
  const { id, ...head } = order;
  const entries = await entriesOf(ctx, id);
  return { ...head, makeUp: head.paidAt === null ? null : await makeUpOf(ctx, id), entries };
}

async function entriesOf(ctx: Ctx, orderId: string): Promise<EntryView[]> {
  const entries = await rowsOf<Omit<EntryView, 'postings' | 'sum'> & { id: string }>(
    ctx,
    sql`select entry.id, entry.key, entry.kind, entry.at, person.name as by
        from entry left join user_account as person on person.id = entry.actor_id
        where entry.reference = ${orderId} order by entry.at, entry.id`,
  );
  const postings = await postingsOf(ctx, orderId);
  return entries.map(({ id, ...entry }) => {
    const own = postings.filter(({ entryId }) => entryId === id).map(({ entryId: _, ...posting }) => posting);
    return { ...entry, postings: own, sum: addFen(...own.map((posting) => posting.amount)) };
  });
}

function postingsOf(ctx: Ctx, orderId: string): Promise<(PostingView & { entryId: string })[]> {
  return rowsOf(
    ctx,
    sql`select posting.id, posting.entry_id as "entryId", posting.amount,
          jsonb_build_object('kind', account.kind, 'code', account.code, 'owner', case
            when household.id is not null
              then jsonb_build_object('code', household.code, 'name', jsonb_build_object('zh-CN', household.name))
            when organization.id is not null
              then jsonb_build_object('code', organization.code, 'name', organization.name)
            end) as account,
          coalesce(line.product_name, drawn.product_name) as product, lot.code as "lotCode", allocation.quantity,
          produce.base_unit as "baseUnit", allocation.agreed_price as "agreedPrice"
        from entry join posting on posting.entry_id = entry.id join account on account.id = posting.account_id
        left join household on account.kind in ('household-earned', 'household-payable', 'household-paying') and household.id::text = account.owner_id
        left join organization on account.kind in ('seller-earned', 'packing', 'freight')
          and organization.id::text = account.owner_id
        left join allocation on allocation.order_id = ${orderId} and allocation.id::text = posting.detail
        left join order_line as drawn on drawn.id = allocation.line_id
        left join order_line as line on line.order_id = ${orderId} and line.id::text = posting.detail
        left join lot on lot.id = allocation.lot_id left join produce on produce.id = allocation.produce_id
        where entry.reference = ${orderId} order by posting.id limit ${POSTINGS_MAX}`,
  );
}

function makeUpOf(ctx: Ctx, orderId: string): Promise<MakeUp | null> {
  return rowOf<MakeUp>(
    ctx,
    sql`select coalesce(sum(household_fen), 0)::bigint as household, coalesce(sum(seller_fen), 0)::bigint as seller,
          coalesce(sum(packing_fen), 0)::bigint as packing, coalesce(sum(platform_fen), 0)::bigint as platform,
          (select freight_fen from trade_order where id = ${orderId}) as freight
        from order_line where order_id = ${orderId}`,
  );
}
