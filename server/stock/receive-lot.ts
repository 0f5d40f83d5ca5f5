import { addDays, type BusinessDay } from '#server/kernel/calendar.ts';
import { DomainError, present } from '#server/kernel/errors.ts';
import { readableCode, uuidv7, uuidv7s } from '#server/kernel/ids.ts';
import {
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
import { lockPools, moveOnHand } from './shift-shares.ts';
import type { LotMode } from './stock.entity.ts';

export type ReceiveLot = {
  organizationId: string;
  produceId: string;
  locationId: string;
  mode: LotMode;
  harvestedOn: BusinessDay;
  certificateNumber: string | null;
  /** What the label carries; drawn at random when left out. */
  code?: string;
  shares: { householdId: string; quantity: number; agreedPrice: number }[];
};

const LOT_CODE_LENGTH = 9;

/**
 * Takes in produce from one or more households as one lot. Refuses a household more than its verified capacity for the
 * season allows, and produce that owes a conformity certificate without one.
 */
export async function receiveLot(ctx: Ctx, input: ReceiveLot): Promise<{ id: string; code: string }> {
  authorize(ctx, 'lots.receive', { organizationId: input.organizationId });
  return transact(ctx, async (tx) => {
    const produce = await produceOf(tx, input.produceId);
    if (produce.certificate_needed && !input.certificateNumber) {
      throw new DomainError('invalid', 'stock.certificate-missing', { produce: produce.code });
    }
    const poolId = await openPool(tx, input.organizationId, input.produceId);
    await checkCapacity(tx, input);
    await lockPools(tx, [poolId]);

    const lot = { id: uuidv7(tx.now), code: input.code ?? `L${readableCode(LOT_CODE_LENGTH)}` };
    const bestBefore = addDays(input.harvestedOn, produce.shelf_days);
    await run(
      tx,
      sql`insert into lot (id, code, pool_id, location_id, mode, harvested_on, best_before, certificate_number, received_at)
          values (${lot.id}, ${lot.code}, ${poolId}, ${input.locationId}, ${input.mode}, ${input.harvestedOn}::date,
            ${bestBefore}::date, ${input.certificateNumber}, ${tx.now})`,
    );
    // Ids in the order of the scale: of two equal turns the one weighed in first is drawn first.
    const ids = uuidv7s(tx.now, input.shares.length);
    const shares = input.shares.map((share, index) => ({ id: present(ids[index], 'an id per share'), ...share }));
    const records = shares.map(({ id, householdId, quantity, agreedPrice }) => ({
      id,
      household_id: householdId,
      agreed_price: agreedPrice,
      received: quantity,
    }));
    await run(
      tx,
      sql`insert into share (id, lot_id, pool_id, household_id, best_before, agreed_price, received, on_hand)
          select id, ${lot.id}, ${poolId}, household_id, ${bestBefore}::date, agreed_price, received, 0
          from jsonb_to_recordset(${asRecords(records)}) as share(id uuid, household_id uuid, agreed_price bigint, received bigint)`,
    );
    await moveOnHand(
      tx,
      shares.map((share) => ({ shareId: share.id, delta: share.quantity })),
      { reason: 'intake', kind: 'lot', id: lot.id },
    );
    await recordChange(tx, { subject: 'lot', subjectId: lot.id, what: 'received', after: input });
    return lot;
  });
}

type ProduceRow = { code: string; shelf_days: number; certificate_needed: boolean };

async function produceOf(tx: Tx, produceId: string): Promise<ProduceRow> {
  const row = await rowOf<ProduceRow>(
    tx,
    sql`select code, shelf_days, certificate_needed from produce where id = ${produceId}`,
  );
  if (!row) throw new DomainError('not-found', 'stock.produce-unknown');
  return row;
}

async function openPool(tx: Tx, organizationId: string, produceId: string): Promise<string> {
  await run(
    tx,
    sql`insert into pool (organization_id, produce_id) values (${organizationId}, ${produceId})
        on conflict (organization_id, produce_id) do nothing`,
  );
  const pool = await rowOf<{ id: string }>(
    tx,
    sql`select id from pool where organization_id = ${organizationId} and produce_id = ${produceId}`,
  );
  return present(pool, 'the pool just opened').id;
}

/** Locks the households' capacities in id order, so that two intakes at once cannot both be the last that fits. */
async function checkCapacity(tx: Tx, input: ReceiveLot): Promise<void> {
  const season = Number(input.harvestedOn.slice(0, 4));
  const households = input.shares.map((share) => share.householdId);
  await run(
    tx,
    sql`select id from capacity where produce_id = ${input.produceId} and season = ${season}
          and household_id = any(${households}::uuid[]) order by id for update`,
  );
  const rows = await rowsOf<{ household_id: string; code: string; capacity: number; received: number }>(
    tx,
    sql`select household.id as household_id, household.code,
          coalesce((select quantity from capacity where capacity.household_id = household.id
            and capacity.produce_id = ${input.produceId} and season = ${season} and verified_at is not null), 0) as capacity,
          coalesce((select sum(share.received) from share join lot on lot.id = share.lot_id join pool on pool.id = lot.pool_id
            where share.household_id = household.id and pool.produce_id = ${input.produceId}
              and lot.harvested_on between ${`${season}-01-01`}::date and ${`${season}-12-31`}::date), 0)::bigint as received
        from household where household.id = any(${households}::uuid[])`,
  );
  for (const { householdId, quantity } of input.shares) {
    const row = rows.find((candidate) => candidate.household_id === householdId);
    if (!row) throw new DomainError('not-found', 'stock.household-unknown');
    if (row.received + quantity > row.capacity) {
      throw new DomainError('conflict', 'stock.over-capacity', {
        household: row.code,
        season,
        capacity: row.capacity,
        received: row.received,
        quantity,
      });
    }
    row.received += quantity;
  }
}
