import { present } from '#server/kernel/errors.ts';
import type { Fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, type RawBuilder, rowOf, sql } from '#server/platform/index.ts';
import type { AdvanceableView } from './contract.ts';
import { isLent } from './counted.ts';
import { getHouseholdByCode } from './household-of.ts';

const SALES_MAX = 500;

/** A household's sales of which something may be paid early, oldest first: each once, and only until it is payable. */
export function advanceableSales(householdId: string): RawBuilder<unknown> {
  return sql`select allocation.id, parcel.organization_id as "organizationId", parcel.order_id as "orderId",
      parcel.id as "parcelId", allocation.household_fen - allocation.unearned_fen as net
    from allocation join parcel on parcel.id = allocation.parcel_id
    where allocation.household_id = ${householdId} and allocation.earned_at is not null
      and allocation.household_fen > allocation.unearned_fen
      and parcel.matured_at is null and parcel.state <> 'cancelled'
      and not exists (select from due_line where allocation_id = allocation.id and kind in ('sale', 'advance'))
    order by allocation.earned_at, allocation.id limit ${SALES_MAX}`;
}

/** What may still be paid early to a household, what was and is not repaid, and what the fund could give. */
export async function getAdvanceable(ctx: Ctx, code: string): Promise<AdvanceableView> {
  authorize(ctx, 'advances.give');
  const { id, name } = await getHouseholdByCode(ctx, code);
  const sums = await rowOf<{ most: Fen; lent: Fen; balance: Fen }>(
    ctx,
    sql`select (select coalesce(sum(net), 0)::bigint from (${advanceableSales(id)}) as sale) as most,
          (select coalesce(sum(amount_fen), 0)::bigint from due_line where household_id = ${id} and ${isLent}) as lent,
          balance_fen as balance
        from revolving_fund where code = 'common'`,
  );
  return { household: { code, name }, ...present(sums, 'the revolving fund') };
}
