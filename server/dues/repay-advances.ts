import { businessDayOf } from '#server/kernel/calendar.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { addFen, fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { rowsOf, sql, type Tx } from '#server/platform/index.ts';
import { accounts } from './accounts.ts';
import { shiftFund } from './fund.ts';
import { type HouseholdSum, linesOf } from './mature-parcels.ts';

/**
 * Pays the fund back for every advance whose sale has become payable, or will never be because all of it went back. The
 * line below zero is set against the sale's own line on the next statement.
 */
export async function repayAdvances(tx: Tx): Promise<number> {
  const sums = await rowsOf<HouseholdSum>(
    tx,
    sql`with lines as (
          insert into due_line (household_id, organization_id, kind, amount_fen, order_id, parcel_id, allocation_id, advance_id,
            arose_on, state)
          select lent.household_id, lent.organization_id, 'advance-repaid', -lent.amount_fen, lent.order_id, lent.parcel_id,
            lent.allocation_id, lent.advance_id, ${businessDayOf(tx.now)}::date, 'accrued'
          from due_line as lent join parcel on parcel.id = lent.parcel_id
          where lent.kind = 'advance' and (parcel.matured_at is not null or parcel.state = 'cancelled'
              or exists (select from due_line where allocation_id = lent.allocation_id and kind = 'sale'))
            and not exists (select from due_line where allocation_id = lent.allocation_id and kind = 'advance-repaid')
          order by lent.id
          on conflict (allocation_id, kind) where kind in ('sale', 'advance', 'advance-repaid') and split_from is null
            do nothing
          returning household_id, amount_fen
        )
        select household_id as "householdId", sum(amount_fen)::bigint as amount, count(*)::int as lines
        from lines group by household_id order by household_id`,
  );
  if (sums.length === 0) return 0;
  const total = fen(-addFen(...sums.map(({ amount }) => amount)));
  await shiftFund(tx, total);
  const batch = uuidv7(tx.now);
  await postEntry(tx, {
    key: `advance-repaid:${batch}`,
    kind: 'advance-repaid',
    reference: batch,
    postings: [
      ...sums.map(({ householdId, amount }) => ({
        account: accounts.householdPayable(householdId),
        amount: fen(-amount),
        detail: null,
      })),
      { account: accounts.revolvingFund(), amount: fen(-total), detail: null },
    ],
  });
  return linesOf(sums);
}
