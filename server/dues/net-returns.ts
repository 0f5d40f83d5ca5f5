import { businessDayOf } from '#server/kernel/calendar.ts';
import { rowsOf, sql, type Tx } from '#server/platform/index.ts';
import { type HouseholdSum, linesOf, postMaturity } from './mature-parcels.ts';

const RETURNS_PER_SWEEP = 10_000;

/**
 * What was taken back of a sale after it became payable: a line below zero for each, to be set against coming statements.
 * Taking account of a share of a refund is one update of its row, so of two sweeps at once one finds it done.
 */
export async function netReturns(tx: Tx): Promise<number> {
  const sums = await rowsOf<HouseholdSum>(
    tx,
    sql`with waiting as (
          select refund_id, allocation_id from refund_share
          where netted_at is null and exists (
            select from due_line where due_line.allocation_id = refund_share.allocation_id and kind = 'sale')
          order by refund_id, allocation_id limit ${RETURNS_PER_SWEEP} for update skip locked
        ), taken as (
          update refund_share set netted_at = ${tx.now} from waiting
          where refund_share.refund_id = waiting.refund_id and refund_share.allocation_id = waiting.allocation_id
            and netted_at is null
          returning refund_share.refund_id, refund_share.allocation_id, refund_share.fen
        ), lines as (
          insert into due_line (household_id, organization_id, kind, amount_fen, order_id, parcel_id, allocation_id, refund_id,
            arose_on, state)
          select sold.household_id, sold.organization_id, 'return', -taken.fen, sold.order_id, sold.parcel_id,
            taken.allocation_id, taken.refund_id, ${businessDayOf(tx.now)}::date, 'accrued'
          from taken join due_line as sold on sold.allocation_id = taken.allocation_id and sold.kind = 'sale'
          where taken.fen > 0
          returning household_id, amount_fen
        )
        select household_id as "householdId", sum(amount_fen)::bigint as amount, count(*)::int as lines
        from lines group by household_id order by household_id`,
  );
  await postMaturity(tx, sums);
  return linesOf(sums);
}
