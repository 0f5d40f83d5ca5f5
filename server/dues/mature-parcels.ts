import { businessDayOf } from '#server/kernel/calendar.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { rowsOf, sql, type Tx } from '#server/platform/index.ts';
import { accounts } from './accounts.ts';
import { hasOpenClaim } from './open-claims.ts';

/** What a household's lines of one batch come to. */
export type HouseholdSum = { householdId: string; amount: Fen; lines: number };

/**
 * Makes a parcel's household money payable at once, whatever its time to claim: accepted by a unit, sold over a counter.
 * Says how many lines it made; done again it makes none.
 */
export async function matureParcel(tx: Tx, parcelId: string): Promise<number> {
  const locked = await rowsOf<{ id: string }>(
    tx,
    sql`select id from parcel where id = ${parcelId} and matured_at is null for update`,
  );
  return matureLocked(
    tx,
    locked.map(({ id }) => id),
    'at-once',
  );
}

/**
 * The lines of parcels the caller has locked: each allocation that earned something gets one, less what was taken back
 * of it so far; later refunds get lines of their own. Read in a statement of its own behind the lock, since a refund may
 * have been booked until then.
 */
export async function matureLocked(
  tx: Tx,
  parcelIds: readonly string[],
  what: 'all' | 'bought-out' | 'at-once',
): Promise<number> {
  if (parcelIds.length === 0) return 0;
  const ripe =
    what === 'bought-out'
      ? sql`select id, organization_id, order_id from parcel where id = any(${parcelIds}::uuid[])`
      : sql`update parcel set matured_at = ${tx.now} where id = any(${parcelIds}::uuid[])
          and ${what === 'at-once' ? sql`true` : sql`not ${hasOpenClaim(tx.now, sql`parcel.id`)}`}
        returning id, organization_id, order_id`;
  const sums = await rowsOf<HouseholdSum>(
    tx,
    sql`with ripe as (${ripe}), fresh as (
          select allocation.id, allocation.household_id, allocation.household_fen - allocation.unearned_fen as fen,
            ripe.order_id, ripe.id as parcel_id, ripe.organization_id
          from ripe join allocation on allocation.parcel_id = ripe.id
          where allocation.earned_at is not null
            and not exists (select from due_line where allocation_id = allocation.id and kind = 'sale')
            and ${what === 'bought-out' ? sql`exists (select from lot where lot.id = allocation.lot_id and mode = 'buyout')` : sql`true`}
        ), netted as (
          update refund_share set netted_at = ${tx.now} from fresh
          where refund_share.allocation_id = fresh.id and netted_at is null
        ), lines as (
          insert into due_line (household_id, organization_id, kind, amount_fen, order_id, parcel_id, allocation_id, arose_on, state)
          select household_id, organization_id, 'sale', fen, order_id, parcel_id, id, ${businessDayOf(tx.now)}::date, 'accrued'
          from fresh where fen > 0
          returning household_id, amount_fen
        )
        select household_id as "householdId", sum(amount_fen)::bigint as amount, count(*)::int as lines
        from lines group by household_id order by household_id`,
  );
  await postMaturity(tx, sums);
  return linesOf(sums);
}

/** Household by household from earned to payable, as one entry; what comes to nothing is no posting. */
export async function postMaturity(tx: Tx, sums: readonly HouseholdSum[]): Promise<void> {
  const moved = sums.filter(({ amount }) => amount !== 0);
  if (moved.length === 0) return;
  const batch = uuidv7(tx.now);
  await postEntry(tx, {
    key: `maturity:${batch}`,
    kind: 'maturity',
    reference: batch,
    postings: moved.flatMap(({ householdId, amount }) => [
      { account: accounts.householdEarned(householdId), amount, detail: null },
      { account: accounts.householdPayable(householdId), amount: fen(-amount), detail: null },
    ]),
  });
}

export function linesOf(sums: readonly HouseholdSum[]): number {
  return sums.reduce((sum, { lines }) => sum + lines, 0);
}
