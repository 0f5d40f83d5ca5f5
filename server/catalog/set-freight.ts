import { addDays, businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { type Ctx, recordChange, run, sql, transact } from '#server/platform/index.ts';
import type { SetFreight } from './contract.ts';
import { ownSeller } from './own-seller.ts';

const DAYS_AHEAD_MAX = 365;

/**
 * Asks something else for a zone from a day on; what holds until then stays as it was. Refuses (invalid) a day that has
 * begun, since carts of today were priced, one too far ahead, and a day (conflict) from which a rate was set already.
 */
export async function setFreight(ctx: Ctx, input: SetFreight): Promise<void> {
  const { id: organizationId } = await ownSeller(ctx);
  const today = businessDayOf(ctx.now);
  if (input.from <= today) throw new DomainError('invalid', 'catalog.freight-begun', { field: 'from' });
  if (input.from > addDays(today, DAYS_AHEAD_MAX)) {
    throw new DomainError('invalid', 'catalog.freight-too-far', { field: 'from', days: DAYS_AHEAD_MAX });
  }
  await transact(ctx, async (tx) => {
    const id = uuidv7(tx.now);
    const added = await run(
      tx,
      sql`insert into freight_rate (id, organization_id, zone, valid_from, first_grams, first_fen, step_grams, step_fen,
            free_from_fen, ships_perishable)
          values (${id}, ${organizationId}, ${input.zone}, ${input.from}, ${input.firstGrams}, ${input.firstFen},
            ${input.stepGrams}, ${input.stepFen}, ${input.freeFromFen ?? null}, ${input.shipsPerishable})
          on conflict do nothing`,
    );
    if (added === 0) throw new DomainError('conflict', 'catalog.freight-day-taken', { day: input.from });
    await recordChange(tx, { subject: 'freight', subjectId: id, what: 'set', after: input });
  });
}
