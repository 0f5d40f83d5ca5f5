import { DomainError } from '#server/kernel/errors.ts';
import { type Ctx, recordChange, rowOf, sql, transact } from '#server/platform/index.ts';
import type { RenameSelf } from './contract.ts';

/** Changes the name a person goes by here. */
export async function renameSelf(ctx: Ctx, { name }: RenameSelf): Promise<void> {
  const userId = ctx.actor.id;
  if (ctx.actor.kind !== 'person' || userId === null) throw new DomainError('forbidden', 'access.sign-in-first');
  await transact(ctx, async (tx) => {
    const before = await rowOf<{ name: string }>(
      tx,
      sql`select name from user_account where id = ${userId} for update`,
    );
    await rowOf(
      tx,
      sql`update user_account set name = ${name}, updated_at = ${tx.now} where id = ${userId} returning id`,
    );
    await recordChange(tx, { subject: 'person', subjectId: userId, what: 'renamed', before, after: { name } });
  });
}
