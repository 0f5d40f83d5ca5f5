import { authorize, type Ctx, recordChange, rowsOf, sql, transact } from '#server/platform/index.ts';
import { agreeTo, lockUnanswered, mayAnswer, type StatementKey } from './answer.ts';
import type { ConfirmStatement } from './contract.ts';

const STATEMENTS_PER_BATCH = 500;
const BATCHES_MAX = 1_000;

/** The household agrees, by its code or link, or the helper of its village for it: who it was is written down. */
export async function confirmStatement(ctx: Ctx, key: StatementKey, input: ConfirmStatement): Promise<void> {
  const { id, by } = await mayAnswer(ctx, key);
  await transact(ctx, async (tx) => {
    const statement = await lockUnanswered(tx, id);
    await agreeTo(tx, [statement.id], { deductions: input.deductions, by });
    await recordChange(tx, { subject: 'statement', subjectId: id, what: 'confirmed', after: { by, ...input } });
  });
}

/** Who said nothing within the days there are agrees with what he is owed, and to no deduction. Done twice it does nothing. */
export async function settleSilent(ctx: Ctx): Promise<number> {
  authorize(ctx, 'statements.make');
  let settled = 0;
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const ids = await transact(ctx, async (tx) => {
      const silent = await rowsOf<{ id: string }>(
        tx,
        sql`select id from statement where state = 'stated' and answer_until < ${tx.now}
            order by id limit ${STATEMENTS_PER_BATCH} for update skip locked`,
      );
      const locked = silent.map(({ id }) => id);
      await agreeTo(tx, locked, { deductions: 'refuse', by: 'silence' });
      return locked;
    });
    settled += ids.length;
    if (ids.length < STATEMENTS_PER_BATCH) break;
  }
  return settled;
}
