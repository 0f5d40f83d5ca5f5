import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import {
  announce,
  asRecords,
  authorize,
  type Ctx,
  recordChange,
  rowOf,
  rowsOf,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';
import { accounts } from './accounts.ts';
import { advanceableSales } from './advanceable.ts';
import type { AdvanceHousehold } from './contract.ts';
import { shiftFund } from './fund.ts';
import { getHouseholdByCode } from './household-of.ts';

/** What a household earned by one sale and cannot have yet. */
type Advanceable = { id: string; organizationId: string; orderId: string; parcelId: string; net: number };

const SALES_MAX = 500;

/**
 * Pays a household early, out of the revolving fund, for sales it earned by and that are not payable yet: oldest first,
 * at most what it earned. Payable at once; each part is repaid by itself when its sale matures. Refuses
 * (`dues.advance-too-much`) more than is earned and (`dues.fund-too-small`) more than the fund holds.
 */
export async function advanceHousehold(ctx: Ctx, input: AdvanceHousehold): Promise<{ id: string }> {
  authorize(ctx, 'advances.give');
  const household = await getHouseholdByCode(ctx, input.household);
  return transact(ctx, async (tx) => {
    const sales = await lockSales(tx, household.id);
    const before = await rowOf<{ id: string }>(tx, sql`select id from advance where key = ${input.key}`);
    if (before) return before;
    const parts = partsOf(sales, input.amount);
    const id = uuidv7(tx.now);
    await insertAdvance(tx, id, household.id, input, parts);
    await shiftFund(tx, fen(-input.amount));
    const amount = fen(input.amount);
    await postEntry(tx, {
      key: `advance:${id}`,
      kind: 'advance',
      reference: id,
      postings: [
        { account: accounts.revolvingFund(), amount, detail: null },
        { account: accounts.householdPayable(household.id), amount: fen(-amount), detail: null },
      ],
    });
    const { key: _, ...after } = input;
    await recordChange(tx, { subject: 'household', subjectId: household.id, what: 'advanced', after });
    await announce(tx, { topic: 'household.advanced', key: id, payload: { advanceId: id, householdId: household.id } });
    return { id };
  });
}

/** Locks the household first, so that two advances at once see each other, then the parcels in id order. */
async function lockSales(tx: Tx, householdId: string): Promise<Advanceable[]> {
  await run(tx, sql`select id from household where id = ${householdId} for no key update`);
  await run(
    tx,
    sql`select id from parcel where matured_at is null and state <> 'cancelled' and id in (
          select parcel_id from allocation where household_id = ${householdId} and earned_at is not null
        ) order by id limit ${SALES_MAX} for update`,
  );
  return rowsOf(tx, advanceableSales(householdId));
}

function partsOf(sales: readonly Advanceable[], amount: number): (Advanceable & { fen: number })[] {
  let missing = amount;
  const parts = [];
  for (const sale of sales) {
    if (missing === 0) break;
    const part = Math.min(missing, sale.net);
    parts.push({ ...sale, fen: part });
    missing -= part;
  }
  if (missing > 0) throw new DomainError('conflict', 'dues.advance-too-much', { most: amount - missing });
  return parts;
}

async function insertAdvance(
  tx: Tx,
  id: string,
  householdId: string,
  input: AdvanceHousehold,
  parts: readonly (Advanceable & { fen: number })[],
): Promise<void> {
  const records = parts.map((part) => ({
    organization_id: part.organizationId,
    order_id: part.orderId,
    parcel_id: part.parcelId,
    allocation_id: part.id,
    fen: part.fen,
  }));
  await run(
    tx,
    sql`insert into advance (id, key, household_id, amount_fen, reason, actor_id, given_at)
        values (${id}, ${input.key}, ${householdId}, ${input.amount}, ${input.reason}, ${tx.actor.id}, ${tx.now})`,
  );
  await run(
    tx,
    sql`insert into due_line (household_id, organization_id, kind, amount_fen, order_id, parcel_id, allocation_id, advance_id,
          arose_on, state)
        select ${householdId}, organization_id, 'advance', fen, order_id, parcel_id, allocation_id, ${id}::uuid,
          ${businessDayOf(tx.now)}::date, 'accrued'
        from jsonb_to_recordset(${asRecords(records)}) as part(organization_id uuid, order_id uuid, parcel_id uuid,
          allocation_id uuid, fen bigint)`,
  );
}
