import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { authorize, type Ctx, recordChange, rowOf, run, sql, type Tx, transact } from '#server/platform/index.ts';

/** What was counted in the field: so many mu, trees, hives, birds or kilns, and the yield of one in base units. */
export type CapacityBasis = { count: number; unit: string; yieldEach: number };

export type VerifyCapacity = { householdId: string; produceId: string; season: number; basis: CapacityBasis };

/**
 * Notes how much of a produce a household can make in a season (the year of harvest), as seen in the field. Seen again it
 * replaces what stood; refuses less than the household has handed over already.
 */
export async function verifyCapacity(ctx: Ctx, input: VerifyCapacity): Promise<{ quantity: number }> {
  authorize(ctx, 'capacities.verify', { area: await areaOf(ctx, input.householdId) });
  const { householdId, produceId, season, basis } = input;
  const quantity = basis.count * basis.yieldEach;
  return transact(ctx, async (tx) => {
    const id = uuidv7(tx.now);
    // The row is locked from here on, as an intake locks it before it looks: neither misses the other.
    await run(
      tx,
      sql`insert into capacity (id, household_id, produce_id, season, basis, quantity, verified_at)
          values (${id}, ${householdId}, ${produceId}, ${season}, ${JSON.stringify(basis)}::jsonb, ${quantity}, ${tx.now})
          on conflict (household_id, produce_id, season) do update
            set basis = excluded.basis, quantity = excluded.quantity, verified_at = excluded.verified_at`,
    );
    const received = await receivedIn(tx, input);
    if (quantity < received) throw new DomainError('conflict', 'stock.capacity-below-received', { quantity, received });
    await recordChange(tx, {
      subject: 'household',
      subjectId: householdId,
      what: 'capacity-verified',
      after: { produceId, season, basis, quantity },
    });
    return { quantity };
  });
}

async function areaOf(ctx: Ctx, householdId: string): Promise<string> {
  const household = await rowOf<{ village_code: string }>(
    ctx,
    sql`select village_code from household where id = ${householdId}`,
  );
  if (!household) throw new DomainError('not-found', 'stock.household-unknown');
  return household.village_code;
}

async function receivedIn(tx: Tx, { householdId, produceId, season }: VerifyCapacity): Promise<number> {
  const row = await rowOf<{ quantity: number }>(
    tx,
    sql`select coalesce(sum(share.received), 0)::bigint as quantity
        from share join lot on lot.id = share.lot_id join pool on pool.id = lot.pool_id
        where share.household_id = ${householdId} and pool.produce_id = ${produceId}
          and lot.harvested_on between ${`${season}-01-01`}::date and ${`${season}-12-31`}::date`,
  );
  return row?.quantity ?? 0;
}
