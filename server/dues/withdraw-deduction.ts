import { DomainError } from '#server/kernel/errors.ts';
import { authorize, type Ctx, recordChange, rowOf, sql, transact } from '#server/platform/index.ts';
import type { DueState } from './contract.ts';
import { takeLinesOut } from './due-line.moves.ts';

/**
 * Takes back a deduction that was only proposed. Refuses (conflict, `dues.deduction-on-its-way`) one that a statement
 * has: then the household answers. Locks the line, so that of this and a statement being made one has it.
 */
export async function withdrawDeduction(ctx: Ctx, household: string, lineId: string): Promise<void> {
  const line = await rowOf<{ organizationId: string; householdId: string }>(
    ctx,
    sql`select due_line.organization_id as "organizationId", household_id as "householdId"
        from due_line join household on household.id = household_id
        where due_line.id::text = ${lineId} and kind = 'deduction' and household.code = ${household}`,
  );
  if (!line) throw new DomainError('not-found', 'dues.deduction-unknown');
  authorize(ctx, 'deductions.propose', { organizationId: line.organizationId });
  await transact(ctx, async (tx) => {
    const locked = await rowOf<{ state: DueState }>(
      tx,
      sql`select state from due_line where id = ${lineId} for update`,
    );
    if (locked?.state !== 'accrued') throw new DomainError('conflict', 'dues.deduction-on-its-way');
    await takeLinesOut(tx, [lineId], 'dropped');
    await recordChange(tx, {
      subject: 'household',
      subjectId: line.householdId,
      what: 'deduction-withdrawn',
      after: { line: lineId },
    });
  });
}
