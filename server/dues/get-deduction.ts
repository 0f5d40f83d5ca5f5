import { DomainError } from '#server/kernel/errors.ts';
import { authorize, type Ctx, sql } from '#server/platform/index.ts';
import type { DueLineView } from './contract.ts';
import { readDueLines } from './due-lines.ts';
import { getHouseholdByCode } from './household-of.ts';

/** One deduction a household was asked for, or is yet. */
export async function getDeduction(
  ctx: Ctx,
  code: string,
  lineId: string,
): Promise<{ household: { code: string; name: string }; line: DueLineView }> {
  authorize(ctx, 'dues.read');
  const { id, name } = await getHouseholdByCode(ctx, code);
  const [line] = await readDueLines(
    ctx,
    sql`where household_id = ${id} and due_line.id::text = ${lineId} and kind = 'deduction'`,
  );
  if (!line) throw new DomainError('not-found', 'dues.deduction-unknown');
  return { household: { code, name }, line };
}
