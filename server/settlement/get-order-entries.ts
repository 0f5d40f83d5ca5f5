import { DomainError } from '#server/kernel/errors.ts';
import type { MakeUp } from '#server/kernel/make-up.ts';
import { addFen } from '#server/kernel/money.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { EntryView, OrderEntriesView } from './contract.ts';
import { readPostings } from './read-postings.ts';

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
  const postings = await readPostings(
    ctx,
    sql`where entry.reference = ${orderId} order by posting.id limit ${POSTINGS_MAX}`,
  );
  return entries.map(({ id, ...entry }) => {
    const own = postings.filter(({ entryId }) => entryId === id).map(({ entryId: _, ...posting }) => posting);
    return { ...entry, postings: own, sum: addFen(...own.map((posting) => posting.amount)) };
  });
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
