import { type Ctx, type RawBuilder, rowsOf, sql } from '#server/platform/index.ts';
import { owner, ownersOfAccount } from './account-owners.ts';
import type { PostingView } from './contract.ts';

/** Postings with whose account they are on and what of a sale they are for. `which` narrows, orders and pages them. */
export function readPostings(ctx: Ctx, which: RawBuilder<unknown>): Promise<(PostingView & { entryId: string })[]> {
  return rowsOf(
    ctx,
    sql`select posting.id, posting.entry_id as "entryId", posting.amount,
          jsonb_build_object('kind', account.kind, 'code', account.code, 'owner', ${owner}) as account,
          coalesce(line.product_name, drawn.product_name) as product, lot.code as "lotCode", allocation.quantity,
          produce.base_unit as "baseUnit", allocation.agreed_price as "agreedPrice"
        from (
          select posting.*, case when posting.detail ~ '^[0-9a-f-]{36}$' then posting.detail::uuid end as thing
          from posting join entry on entry.id = posting.entry_id ${which}
        ) as posting join account on account.id = posting.account_id ${ownersOfAccount}
        left join due_line on due_line.id = posting.thing
        left join allocation on allocation.id = coalesce(due_line.allocation_id, posting.thing)
        left join order_line as drawn on drawn.id = allocation.line_id
        left join order_line as line on line.id = posting.thing
        left join lot on lot.id = allocation.lot_id left join produce on produce.id = allocation.produce_id
        order by posting.id`,
  );
}
