import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, rowsOf, sql } from '#server/platform/index.ts';

const SELLERS_MAX = 50;

/** The organizations a household sells through: whoever may ask it for a deduction. */
export function findSellersOf(ctx: Ctx, code: string): Promise<{ id: string; code: string; name: LocalizedText }[]> {
  authorize(ctx, 'dues.read');
  return rowsOf(
    ctx,
    sql`select distinct seller.id, seller.code, seller.name from share join pool on pool.id = share.pool_id
        join organization as seller on seller.id = pool.organization_id
        join household on household.id = share.household_id
        where household.code = ${code} order by seller.code limit ${SELLERS_MAX}`,
  );
}
