import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { authorize, type Ctx, recordChange, rowOf, run, sql, transact } from '#server/platform/index.ts';
import type { ProposeDeduction } from './contract.ts';
import { getHouseholdByCode } from './household-of.ts';

/**
 * Asks a household to let its cooperative keep something of its money. It stands on the next statement as a proposal:
 * only the household's own yes makes it so; silence drops it. Refuses a household that sold nothing through the
 * cooperative (`dues.not-a-member`).
 */
export async function proposeDeduction(ctx: Ctx, organizationId: string, input: ProposeDeduction): Promise<string> {
  authorize(ctx, 'deductions.propose', { organizationId });
  const household = await getHouseholdByCode(ctx, input.household);
  return transact(ctx, async (tx) => {
    const member = await rowOf<{ is: boolean }>(
      tx,
      sql`select exists (select from share join pool on pool.id = share.pool_id
            where share.household_id = ${household.id} and pool.organization_id = ${organizationId}) as is`,
    );
    if (!member?.is) throw new DomainError('conflict', 'dues.not-a-member');
    const id = uuidv7(tx.now);
    await run(
      tx,
      sql`with proposed as (
            insert into deduction (id, household_id, organization_id, what, amount_fen, note, actor_id, proposed_at)
            values (${id}, ${household.id}, ${organizationId}, ${input.what}, ${input.amount}, ${input.note}, ${tx.actor.id},
              ${tx.now})
            returning id
          )
          insert into due_line (household_id, organization_id, kind, amount_fen, deduction_id, note, arose_on, state)
          select ${household.id}, ${organizationId}, 'deduction', ${-input.amount}::bigint, id, ${input.note},
            ${businessDayOf(tx.now)}::date, 'accrued' from proposed`,
    );
    await recordChange(tx, { subject: 'household', subjectId: household.id, what: 'deduction-proposed', after: input });
    return id;
  });
}
